import { barriersOn } from './barriers.ts'
import { expect, openList, test } from './gate.ts'

const SCREENS = [
  '/',
  '/?q=verifible+rewards+theme:rlvr',
  '/?q=zzzzzz',
  '/paper/2507.10524',
  '/theme/rlvr',
  '/theme/rlvr?q=date:2025',
  '/theme/rlvrr',
  '/?q=theme:rlvrr',
  '/themes',
  '/themes?q=cache',
  '/themes?q=zzzzzz',
  '/digests',
  '/digest/2025-12-11',
  '/digest/2025-W50',
  '/digest/2021-W54',
  '/help',
  '/nowhere',
  `/?q=author:${'x'.repeat(200)}+${'y'.repeat(200)}+foo:${'z'.repeat(200)}`,
  `/${'nowhere'.repeat(30)}`,
]

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1440, 390, 320]) {
    test(`no screen has a known barrier (${colorScheme}, ${width} px)`, async ({ page }) => {
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ width, height: 900 })
      for (const screen of SCREENS) {
        if (screen === '/') await openList(page, screen)
        else await page.goto(screen)
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        await expect(page.getByText('Loading the papers')).toHaveCount(0)
        // All ways to narrow, those folded as well.
        await page.evaluate(() => {
          for (const details of document.querySelectorAll('details')) details.open = true
        })
        expect(await barriersOn(page), screen).toEqual([])
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        expect(overflow, `${screen} scrolls sideways`).toBeLessThanOrEqual(0)
      }
    })
  }
}
