import type { Page } from '@playwright/test'
import { expect } from './gate.ts'
import { BUILT, expectWorking, test } from './keeping.ts'

const JAVASCRIPT = 'text/javascript'

/** What a host may answer in place of the service worker. [row 68] of the catalogue has the pages of hosts for single-page apps. */
const BROKEN = {
  'no script': [JAVASCRIPT, 'This is not one.'],
  'thrown out by an error': [JAVASCRIPT, 'throw new Error("broken")'],
  'refusing to be installed': [
    JAVASCRIPT,
    'addEventListener("install", event => event.waitUntil(Promise.reject(new Error("no"))))',
  ],
  'never installed': [
    JAVASCRIPT,
    'addEventListener("install", event => event.waitUntil(new Promise(() => {})))',
  ],
  'answered with a page': ['text/html', BUILT('index.html')],
} as const

type Flaw = keyof typeof BROKEN
export const FLAWS = Object.keys(BROKEN) as Flaw[]

const isActive = (page: Page): Promise<boolean> =>
  page.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration())?.active))

export function brokenServiceWorkers(flaws: readonly Flaw[]): void {
  for (const flaw of flaws) {
    const [type, content] = BROKEN[flaw]
    test(`a service worker that is ${flaw} leaves the site working from the network [row 66, 68]`, async ({
      page,
      host,
      faults,
    }) => {
      host.instead.set('sw.js', (_, response) =>
        response.writeHead(200, { 'Content-Type': type }).end(content),
      )
      await page.goto('')
      await expect.poll(() => host.asked.includes('sw.js')).toBe(true)
      await expectWorking(page)
      expect(await isActive(page)).toBe(false)
      expect(faults.splice(0).filter(fault => !fault.includes('MIME type'))).toEqual([])
    })
  }
}
