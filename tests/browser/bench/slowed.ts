import type { Page } from '@playwright/test'
import { percentile } from '#cli/bench/statistics.ts'
import type { Figures } from './report.ts'

/** How much slower a phone is taken to be. */
const SLOWER = 4

/** Does something with the processor of a page slowed. */
export async function slowed<T>(page: Page, act: () => Promise<T>): Promise<T> {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  try {
    return await act()
  } finally {
    await session.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  }
}

/** The median and the 95th percentile of times, under names of their own. */
export const spread = (name: string, times: readonly number[]): Figures => ({
  [`${name}P50`]: percentile(times, 0.5),
  [`${name}P95`]: percentile(times, 0.95),
})

/** Opens the front page and waits until all papers are there and nothing is done ahead any more. */
export async function openQuiet(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.locator('#count', { hasText: / ms$/ }).waitFor({ timeout: 300_000 })
  await page.waitForTimeout(2_000)
}
