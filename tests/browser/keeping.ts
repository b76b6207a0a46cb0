import type { BrowserContext, Locator, Page } from '@playwright/test'
import { siteIsCached } from '../fixtures/siteIsCached.ts'
import { type Build, buildIn, Host } from './deploys.ts'
import { expect, test as gated, papersOn } from './gate.ts'

export const { build: BUILT } = buildIn('dist')

/** The manifest of the built corpus, to be changed by a test. */
export const builtManifest = () => JSON.parse(String(BUILT('corpus/manifest.json')))

export interface Kept {
  /** What `host` serves first, and below which path. */
  served: { build: Build; base: string }
  /** Serves the site alone for this test, so that it can be taken away. */
  host: Host
}

/** Tests of what a browser keeps of the site. */
export const test = gated.extend<Kept>({
  served: [{ build: BUILT, base: '/' }, { option: true }],
  host: async ({ served }, use) => {
    const host = new Host(served.build, served.base)
    await host.open()
    await use(host)
    await host.close()
  },
  baseURL: async ({ host }, use) => use(host.address),
  serviceWorkers: 'allow',
})

/** Waits until the browser has kept the site and its papers. */
export const expectKept = (page: Page): Promise<void> =>
  expect.poll(() => page.evaluate(siteIsCached), { timeout: 60_000 }).toBe(true)

/** Visits the site for the first time, until the browser has kept it and its papers. */
export async function visit(page: Page): Promise<void> {
  await page.goto('')
  await expectKept(page)
}

/** The line that says how many of the 46 papers a search found, and in which time. */
export const searched = (page: Page): Locator => papersOn(page).getByText(/of 46 papers.*\d ms$/)

/** Opens pages one after the other, each with its heading. */
export async function expectPages(
  page: Page,
  pages: readonly (readonly [path: string, heading: string])[],
): Promise<void> {
  for (const [path, heading] of pages) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toContainText(heading)
  }
}

/** Neither the site nor any network is there any more. */
export async function takeAway(context: BrowserContext, host: Host): Promise<void> {
  await host.close()
  await context.setOffline(true)
}

export async function giveBack(context: BrowserContext, host: Host): Promise<void> {
  await host.open()
  await context.setOffline(false)
}

const UNREACHED = /^console: Failed to load resource: net::ERR_(?:INTERNET_DISCONNECTED|CONNECTION_REFUSED)$/

/** That there was no network is noted by the browser; anything else is a fault still. */
export function forgetUnreached(faults: string[]): void {
  faults.splice(0, faults.length, ...faults.filter(fault => !UNREACHED.test(fault)))
}

/** Counts how often a page is loaded from now on. */
export function loadsOf(page: Page): { readonly count: number } {
  const loads = { count: 0 }
  page.on('domcontentloaded', () => {
    loads.count++
  })
  return loads
}

/** Has a tab count how often it is loaded again, from its next page on. A link that was followed is another matter. */
export async function countReloads(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
    if (navigation?.type !== 'reload') return
    sessionStorage.setItem('reloads', String(Number(sessionStorage.getItem('reloads')) + 1))
  })
}

/** How often it was loaded again so far. */
export const reloadsOf = (page: Page): Promise<number> =>
  page.evaluate(() => Number(sessionStorage.getItem('reloads')))

/** The script that a page was begun by: each build has its own. */
export const scriptOf = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => document.querySelector<HTMLElement>('script[data-app]')?.dataset.app)

/** Looks for a newer site, as an open tab does from time to time. */
export const lookForUpdate = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await (await navigator.serviceWorker.getRegistration())?.update()
  })

/** Opens a search by a link within the page: what it is drawn by has to be loaded. */
export async function expectWorking(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Help', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Help')
  await page.goto('?q=reasoning')
  await expect(page.getByRole('article').first()).toBeVisible()
}
