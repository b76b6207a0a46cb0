import type { Browser } from '@playwright/test'
import { samplePages } from './samplePages.ts'

const CLS = `new Promise(resolve => {
  let sum = 0
  new PerformanceObserver(list => {
    for (const shift of list.getEntries()) if (!shift.hadRecentInput) sum += shift.value
  }).observe({ type: 'layout-shift', buffered: true })
  setTimeout(() => resolve(sum), 500)
})`

/** By how much what is on the screen moves while pages of a site open: the most of them. */
export async function layoutShift(browser: Browser, address: string, dist: string): Promise<number> {
  const shifts: number[] = []
  for (const width of [1440, 412, 390]) {
    for (const path of samplePages(dist)) {
      const page = await browser.newPage({ viewport: { width, height: 900 } })
      await page.goto(address + path.slice(1))
      // Everything has come by then: fonts, the corpus, what stands beside.
      await page.waitForTimeout(4_000)
      shifts.push(await page.evaluate<number>(CLS))
      await page.close()
    }
  }
  return Math.max(...shifts)
}
