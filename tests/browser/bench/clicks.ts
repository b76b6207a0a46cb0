import type { Page } from '@playwright/test'
import type { Figures } from './report.ts'
import { openQuiet, slowed, spread } from './slowed.ts'

const CLICKS = 40

/**
 * Clicks themes on and off by turns, and takes the time until the frame after the list has changed. The next click comes
 * when what stands beside the list has followed.
 */
export async function facetClicks(page: Page, address: string): Promise<Figures> {
  await openQuiet(page, address)
  const times: number[] = []
  await slowed(page, async () => {
    for (let click = 0; click < CLICKS; click++) {
      await page.waitForFunction(
        isChosen => (document.querySelector('aside nav a[aria-current]') !== null) === isChosen,
        click % 2 === 1,
      )
      const theme = `aside nav section li:nth-child(${1 + ((click >> 1) % 3)}) a:first-child`
      times.push(
        await page.evaluate<number>(`new Promise(resolve => {
        const count = document.querySelector('#count').textContent.replace(/ · .*/, '')
        const links = document.querySelectorAll(${JSON.stringify(theme)})
        const start = performance.now()
        const watch = new MutationObserver(() => {
          if (document.querySelector('#count')?.textContent.replace(/ · .*/, '') === count) return
          watch.disconnect()
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)))
        })
        watch.observe(document.querySelector('main'), { childList: true, subtree: true, characterData: true })
        const chosen = document.querySelector('aside nav a[aria-current]')
        ;(chosen ?? links[${click >> 1} % links.length]).click()
      })`),
      )
    }
  })
  return spread('facet', times)
}
