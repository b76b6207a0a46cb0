import type { Page } from '@playwright/test'
import type { Figures } from './report.ts'
import { openQuiet, slowed, spread } from './slowed.ts'

const PAPERS = 20

/** Opens one paper of the list after the other, and takes the time until the frame after its page is there. */
export async function papersOpened(page: Page, address: string): Promise<Figures> {
  await openQuiet(page, address)
  const times: number[] = []
  await slowed(page, async () => {
    for (let paper = 0; paper < PAPERS; paper++) {
      times.push(
        await page.evaluate<number>(`new Promise(resolve => {
        const link = document.querySelectorAll('article h2 a')[${paper}]
        const path = new URL(link.href).pathname
        const start = performance.now()
        const watch = new MutationObserver(() => {
          if (location.pathname !== path || !document.querySelector('main h1')) return
          watch.disconnect()
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)))
        })
        watch.observe(document.querySelector('#root'), { childList: true, subtree: true })
        link.click()
      })`),
      )
      await page.goBack()
      await page.locator('article h2 a').nth(PAPERS).waitFor()
      await page.waitForTimeout(500)
    }
  })
  await page.close()
  return spread('open', times)
}
