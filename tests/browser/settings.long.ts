import { barriersOn, leaveFewCards } from './barriers.ts'
import { expect, openList, test } from './gate.ts'
import { background, DARK, keep, LIGHT, openSettings } from './keptSettings.ts'

for (const { system, theme, wanted, width, screens } of [
  { system: 'light', theme: 'dark', wanted: DARK, width: 1440, screens: ['/', '/help'] },
  {
    system: 'dark',
    theme: 'light',
    wanted: LIGHT,
    width: 320,
    screens: ['/', '/paper/2507.10524', '/digests'],
  },
] as const) {
  test(`${theme} against a system that is ${system}, tight and very large: no known barrier`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: system })
    await page.setViewportSize({ width, height: 900 })
    await keep(page, { theme, density: 'tight', text: 'larger', abstract: '1' })
    for (const screen of screens) {
      if (screen === '/') await openList(page, screen)
      else await page.goto(screen)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      expect(await background(page)).toBe(wanted)
      await leaveFewCards(page)
      expect(await barriersOn(page), screen).toEqual([])
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(overflow, `${screen} scrolls sideways`).toBeLessThanOrEqual(0)
    }
    await openSettings(page)
    expect(await barriersOn(page), 'the dialog').toEqual([])
  })
}
