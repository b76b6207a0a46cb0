import type { Page } from '@playwright/test'
import { expect, papersOn } from './gate.ts'
import { expectKept, test } from './keeping.ts'

/** As a browser whose disk is full: so many bytes for all that the site keeps. */
async function giveRoom(page: Page, address: string, quotaSize?: number): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const { origin } = new URL(address)
  await session.send('Storage.overrideQuotaForOrigin', {
    origin,
    ...(quotaSize !== undefined && { quotaSize }),
  })
}

const scriptsAsked = (asked: readonly string[]): number =>
  asked.filter(path => /^assets\/.*\.js$/.test(path)).length

const NO_ROOM = /^This browser has no room to keep the site/
const isGivenUp = (page: Page) =>
  page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length === 0)

for (const bytes of [200_000, 20_000])
  test(`a browser with room for ${bytes} bytes is told so once, and tries again a week later`, async ({
    page,
    host,
  }) => {
    await giveRoom(page, host.address, bytes)
    await page.goto('')
    await expect(page.getByRole('banner').getByText(NO_ROOM)).toBeVisible({ timeout: 60_000 })
    await expect.poll(() => isGivenUp(page)).toBe(true)
    await page.getByRole('link', { name: 'Help', exact: true }).click()
    await expect(page.getByText(/has no room to store the site/)).toBeVisible()
    for (const visit of [2, 3]) {
      host.asked.length = 0
      await page.goto('?q=entropy')
      await expect(papersOn(page).getByRole('article').first()).toBeVisible()
      await page.goto('help')
      await expect(page.getByText(/has no room to store the site/)).toBeVisible({
        timeout: 60_000,
      })
      await expect(page.getByRole('banner').getByText(NO_ROOM), `visit ${visit}`).toHaveCount(0)
      expect(host.asked, `visit ${visit}`).not.toContain('sw.js')
      expect(scriptsAsked(host.asked), `visit ${visit}`).toBeLessThan(25)
    }
    await giveRoom(page, host.address)
    await page.clock.setSystemTime(Date.now() + 8 * 86_400_000)
    await page.goto('')
    await expect(page.getByRole('banner').getByText(NO_ROOM)).toHaveCount(0)
  })

test('a browser that has room again keeps the next version of the site', async ({ page, host }) => {
  await giveRoom(page, host.address, 200_000)
  await page.goto('')
  await expect(page.getByRole('banner').getByText(NO_ROOM)).toBeVisible({ timeout: 60_000 })
  await giveRoom(page, host.address)
  await page.evaluate(async () => {
    const name = (await caches.keys()).find(name => name.startsWith('broadsheet files')) as string
    const cache = await caches.open(name)
    const [note] = (await cache.keys()).filter(({ url }) => url.endsWith('/no-room'))
    await cache.put(note as Request, Response.json({ version: 'an earlier one', at: Date.now() }))
  })
  await page.reload()
  await expectKept(page)
  await page.getByRole('link', { name: 'Help', exact: true }).click()
  await expect(page.getByText(/^Everything runs in your browser\. After one visit/)).toBeVisible()
})
