import type { Page } from '@playwright/test'

/** Whether the browser has kept the site and its papers, so that a page goes on without either. */
export const isKept = (page: Page): Promise<boolean> =>
  page.evaluate(async () => {
    const names = await caches.keys()
    const corpus = names.find(name => name.startsWith('broadsheet corpus'))
    const files = corpus ? await (await caches.open(corpus)).keys() : []
    return (
      navigator.serviceWorker.controller?.state === 'activated' &&
      files.some(({ url }) => url.endsWith('/manifest.json'))
    )
  })
