import type { Page } from '@playwright/test'
import { STORED_RELOAD, storageName } from '#core/site/storageNames.ts'
import { otherBuild } from './deploys.ts'
import { expect, expectAlive } from './gate.ts'
import { countReloads, expectKept, loadsOf, lookForUpdate, reloadsOf, scriptOf, test } from './keeping.ts'

/** Where people go while the site is replaced behind them. */
const WAYS: readonly ((page: Page) => Promise<void>)[] = [
  async page => {
    await page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Digests' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Digests')
  },
  async page => {
    await page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Help' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Help')
  },
  async page => {
    await page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Themes' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Themes')
    // Until a page is alive, its links load pages.
    await expectAlive(page)
    await page.locator('main a[href="/theme/rlvr"]').first().click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('RLVR')
    await expectAlive(page)
    await page.getByRole('article').first().getByRole('heading').getByRole('link').click()
    await expect(page).toHaveURL(/\/paper\//)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  },
]

/** A browser that keeps nothing: the way of those that are told to, and of a first visit. */
export const UNKEPT = test.extend({ serviceWorkers: 'block' })

/** What the browser notes of files that a deploy took away. */
export const NOT_THERE =
  'console: Failed to load resource: the server responded with a status of 404 (Not Found)'

const counted = (builds: number): string => (builds === 1 ? 'one deploy' : `${builds} deploys`)

/**
 * Replaces the site by other builds of it while a tab is open, and goes on in the tab.
 *
 * @param builds their numbers
 */
export function deploying(builds: readonly number[]): void {
  const ways = builds.map((build, at) => ({ build, go: WAYS[at % WAYS.length] as (typeof WAYS)[number] }))

  test(`${counted(builds.length)} under an open tab: nothing fails, and it is loaded again only when somebody wants it [row 64, 65]`, async ({
    page,
    host,
  }) => {
    test.setTimeout(60_000 + builds.length * 20_000)
    await page.goto('')
    // Until then a link loads a page, as it does without scripts.
    await expectAlive(page)
    await expectKept(page)
    for (const { build, go } of ways) {
      const before = await scriptOf(page)
      const loads = loadsOf(page)
      host.deploy(otherBuild('dist', build))
      await go(page)
      expect(loads.count).toBe(0)
      expect(await scriptOf(page)).toBe(before)
      await lookForUpdate(page)
      await page
        .getByRole('complementary', { name: 'News of the site' })
        .getByRole('button', { name: 'Reload' })
        .click()
      await expect.poll(() => scriptOf(page).catch(() => before)).not.toBe(before)
      await expectAlive(page)
      // It listens again once it has nothing else to do.
      await expectKept(page)
      expect(loads.count).toBe(1)
    }
  })

  UNKEPT(
    `${counted(builds.length)} under an open tab without a service worker: nothing fails, and it is loaded again once each at most [row 64]`,
    async ({ page, host, faults }) => {
      test.setTimeout(60_000 + builds.length * 20_000)
      await countReloads(page)
      await page.goto('')
      await expectAlive(page)
      for (const [before, { build, go }] of ways.entries()) {
        // Twenty reloads of one tab within seconds would be a loop; people see a deploy a day.
        await page.evaluate(key => sessionStorage.removeItem(key), storageName(STORED_RELOAD, '/'))
        host.deploy(otherBuild('dist', build))
        await go(page)
        await expectAlive(page)
        expect(await reloadsOf(page)).toBeLessThanOrEqual(before + 1)
      }
      // They are counted where they happen.
      const reloads = await reloadsOf(page)
      await page.reload()
      expect(await reloadsOf(page)).toBe(reloads + 1)
      expect(faults.splice(0).filter(fault => fault !== NOT_THERE)).toEqual([])
    },
  )
}
