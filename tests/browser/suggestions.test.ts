import type { Locator, Page } from '@playwright/test'
import { papersOfSite } from './corpus.ts'
import { expect, expectAlive, openList, papersOn, test } from './gate.ts'

const box = (page: Page): Locator => page.getByRole('combobox', { name: 'Search papers' })
const list = (page: Page): Locator => page.getByRole('listbox', { name: 'Suggestions' })
const option = (page: Page, name: string | RegExp): Locator => list(page).getByRole('option', { name })

test('completes an operator and its value by keyboard, while the papers follow', async ({ page }) => {
  const scripts: string[] = []
  page.on('request', request => {
    if (request.url().includes('/suggesting-')) scripts.push(request.url())
  })
  await openList(page, '/')
  expect(scripts).toEqual([])
  await box(page).focus()
  await expect(list(page)).toHaveCount(0)
  await box(page).pressSequentially('th')
  await expect(option(page, /^theme:/)).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(box(page)).toHaveValue('theme:')
  await expect(list(page).getByRole('option')).toHaveCount(
    new Set(papersOfSite.flatMap(({ themes }) => themes)).size,
  )
  // Typing on from an option loses no letter.
  await page.keyboard.press('ArrowDown')
  await page.keyboard.type('kv')
  await expect(box(page)).toHaveValue('theme:kv')
  await expect(list(page).getByRole('option').first()).toHaveText(/^KV caching.*3 papers$/)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(box(page)).toHaveValue('theme:kv-cache ')
  await expect(papersOn(page).getByText('3 of 46 papers')).toBeVisible()
  await expect(page).toHaveURL('/?q=theme:kv-cache')
  await expect(list(page)).toHaveCount(0)
})

test('recent queries are there after a reload, and Back opens no list', async ({ page }) => {
  await openList(page, '/')
  await box(page).fill('entropy collapse')
  await box(page).press('Enter')
  await page.getByRole('article').first().getByRole('heading').getByRole('link').click()
  await expect(page.getByRole('link', { name: 'Back to the list' })).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('article').first()).toBeVisible()
  await expect(list(page)).toHaveCount(0)
  await openList(page, '/')
  await box(page).click()
  await expect(option(page, 'entropy collapse')).toBeVisible()
  await page.getByRole('button', { name: 'Remove entropy collapse' }).click()
  await expect(option(page, 'entropy collapse')).toHaveCount(0)
  await expect(box(page)).toBeFocused()
  await page.reload()
  await expectAlive(page)
  await box(page).click()
  await expect(option(page, /^theme:/)).toBeVisible()
  await expect(option(page, 'entropy collapse')).toHaveCount(0)
})

test('Back closes the list and puts the former query into the box', async ({ page }) => {
  await openList(page, '/')
  await page.getByRole('navigation', { name: 'Themes' }).getByRole('link', { name: /^RLVR/ }).click()
  await expect(page).toHaveURL('/?q=theme:rlvr')
  await box(page).press('End')
  await page.keyboard.type(',k')
  await expect(option(page, /^KV caching/)).toBeVisible()
  await page.goBack()
  await expect(box(page)).toHaveValue('')
  await expect(box(page)).toBeFocused()
  await expect(list(page)).toHaveCount(0)
})

for (const width of [1440, 390]) {
  test(`the list moves nothing and stays in the window (${width} px)`, async ({ page }) => {
    await page.setViewportSize({ width, height: 400 })
    await openList(page, '/')
    const first = page.getByRole('article').first()
    const before = await first.boundingBox()
    await box(page).click()
    await expect(list(page)).toBeVisible()
    expect(await first.boundingBox()).toEqual(before)
    await box(page).fill('codec')
    await box(page).press('Enter')
    for (const typed of ['', 'theme:', 'token']) {
      await box(page).fill(typed)
      await expect(list(page)).toBeVisible()
      const chosen = list(page).getByRole('option', { selected: true })
      // While the engine thinks, the list is the one before: an option chosen there may go with it.
      await expect(async () => {
        await page.keyboard.press('ArrowUp')
        await expect(chosen).toBeInViewport({ ratio: 1, timeout: 1_000 })
      }).toPass()
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(overflow, typed).toBeLessThanOrEqual(0)
    }
  })
}

test('a finger finds options and buttons large enough, in a list that ends in the window', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({
    baseURL: baseURL as string,
    viewport: { width: 390, height: 360 },
    hasTouch: true,
    isMobile: true,
  })
  const page = await context.newPage()
  await openList(page, '/')
  await box(page).fill('codec')
  await box(page).press('Enter')
  await box(page).fill('')
  const remove = page.getByRole('button', { name: 'Remove codec' })
  await expect(remove).toBeVisible()
  for (const target of [...(await list(page).getByRole('option').all()), remove]) {
    expect((await target.boundingBox())?.height).toBeGreaterThanOrEqual(44)
  }
  const popup = await list(page).locator('..').boundingBox()
  expect((popup?.y ?? 0) + (popup?.height ?? 0)).toBeLessThanOrEqual(360)
  const topOf = async (target: Locator) => (await target.boundingBox())?.y ?? Number.NaN
  const beside = async () => (await topOf(remove)) - (await topOf(option(page, 'codec')))
  await expect.poll(beside).toBe(0)
  await option(page, /^has:/).scrollIntoViewIfNeeded()
  await expect.poll(beside).toBe(0)
  await option(page, /^has:/).tap()
  await expect(box(page)).toHaveValue('has:')
  await expect(box(page)).toBeFocused()
  await context.close()
})

test('the chosen option is seen in forced colours', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await openList(page, '/')
  await box(page).pressSequentially('theme:')
  await expect(option(page, /^RLVR/)).toBeVisible()
  await page.keyboard.press('ArrowDown')
  const chosen = list(page).getByRole('option', { selected: true })
  await expect(chosen).toHaveCSS('forced-color-adjust', 'none')
  const [shown, expected] = await chosen.evaluate(element => {
    const probe = document.body.appendChild(document.createElement('p'))
    probe.style.background = 'Highlight'
    return [element, probe].map(each => getComputedStyle(each).backgroundColor)
  })
  expect(shown).toBe(expected)
})
