import { papersOf, serveCorpus } from './corpus.ts'
import {
  atRest,
  expect,
  expectAt,
  expectWhole,
  openList,
  papersOn,
  scrollOf,
  test,
  topOf,
  wheel,
} from './gate.ts'

test.use({ viewport: { width: 1440, height: 500 } })

test.beforeEach(({ page }) => page.mouse.move(900, 300))

test('having scrolled in the paper does not lose the place in the list', async ({ page }) => {
  await openList(page, '/?q=token')
  const link = page.getByRole('article').nth(9).getByRole('heading').getByRole('link')
  await link.focus()
  await atRest(page)
  expect(await scrollOf(page)).toBeGreaterThan(500)
  const place = await topOf(link)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('link', { name: 'Back to the list' })).toBeVisible()
  await wheel(page, 300)
  const inPaper = await scrollOf(page)
  await page.goBack()
  await expect(link).toBeFocused()
  await expectAt(link, place)

  await page.goForward()
  await expect(page.getByRole('link', { name: 'Back to the list' })).toBeAttached()
  await expect.poll(() => scrollOf(page)).toBe(inPaper)
  await page.evaluate(() => window.scrollTo(0, 0))
  await page.getByRole('link', { name: 'Back to the list' }).click()
  await expect(link).toBeFocused()
  await expectAt(link, place)
})

for (const [name, heading] of [
  ['Help', 'Help'],
  ['Themes', 'Themes'],
] as const) {
  test(`Back from ${name} leads to the place left`, async ({ page }) => {
    await openList(page, '/')
    const link = page.getByRole('article').nth(12).getByRole('heading').getByRole('link')
    await link.focus()
    await atRest(page)
    expect(await scrollOf(page)).toBeGreaterThan(500)
    const place = await topOf(link)
    await page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name }).dispatchEvent('click')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading)
    await wheel(page, 300)
    await page.goBack()
    await expect(link).toBeFocused()
    await expectAt(link, place)
  })
}

test('Back from a facet chosen further down leads further down again', async ({ page }) => {
  await openList(page, '/')
  await wheel(page, 1_500)
  const card = page.getByRole('article').nth(6)
  const place = await topOf(card)
  await page.getByRole('navigation', { name: 'Themes' }).getByRole('link', { name: /^RLVR/ }).click()
  await expect(page).toHaveURL('/?q=theme:rlvr')
  await expect(papersOn(page).getByText(/of 46 papers/)).toBeInViewport()
  await page.goBack()
  await expect(page.getByRole('article')).toHaveCount(46)
  await expectAt(card, place)
})

test('someone who has gone on by themselves is not pulled back', async ({ page }) => {
  await openList(page, '/?q=model')
  await wheel(page, 1_500)
  let release = () => {}
  const held = new Promise<void>(resolve => (release = resolve))
  await page.route('**/corpus/2*.json', async route => {
    await held
    await route.continue()
  })
  await page.reload()
  await page.getByRole('combobox', { name: 'Search papers' }).press('End')
  release()
  await expectWhole(page)
  expect(await scrollOf(page)).toBe(0)
})

test('whoever has gone on before the app ran is not pulled back either', async ({ page }) => {
  await openList(page, '/?q=model')
  await wheel(page, 1_500)
  let release = () => {}
  const held = new Promise<void>(resolve => (release = resolve))
  await page.route(/\/assets\/(?!boot-)[^/]+\.js$/, async route => {
    await held
    await route.continue()
  })
  await page.reload()
  await page.keyboard.press('Home')
  release()
  await expectWhole(page)
  expect(await scrollOf(page)).toBe(0)
})

test('an address that is opened anew begins at its top, and Back finds the page before as it was left', async ({
  page,
}) => {
  await openList(page, '/?q=model')
  await wheel(page, 1_500)
  const card = page.getByRole('article').nth(6)
  const place = await topOf(card)
  for (const address of ['/?q=token', '/?q=model']) {
    await openList(page, address)
    await atRest(page)
    expect(await scrollOf(page), address).toBe(0)
  }
  await page.goBack()
  await page.goBack()
  await expectWhole(page)
  await expectAt(card, place)
})

test('a double click on the way back goes back once', async ({ page }) => {
  await page.goto('/themes')
  await page.goto('/?q=token')
  await page.getByRole('article').first().getByRole('heading').getByRole('link').click()
  // Both clicks fall before the browser has gone back.
  await page.getByRole('link', { name: 'Back to the list' }).evaluate((link: HTMLElement) => {
    link.click()
    link.click()
  })
  await expect(page).toHaveURL('/?q=token')
  await page.waitForTimeout(200)
  await expect(page).toHaveURL('/?q=token')
})

test('a view that is shown already is no second entry in the history', async ({ page }) => {
  await openList(page, '/')
  const compact = papersOn(page).getByRole('link', { name: 'Compact' })
  await compact.click()
  await compact.click()
  await expect(page).toHaveURL('/?view=compact')
  await page.goBack()
  await expect(page).toHaveURL('/')
})

test('another page of a list begins at its top', async ({ page }) => {
  await serveCorpus(page, { '2025-12': papersOf('2025-12', 120) })
  await page.goto('/')
  await page.getByRole('link', { name: 'Next page' }).click()
  await expect(page).toHaveURL('/?page=2')
  await expect(page.getByRole('heading', { name: 'Paper 051 of 2025-12' })).toBeInViewport()
  const count = papersOn(page).getByText(/^120 papers/)
  await expect(count).toBeInViewport()
  await expect(count).toBeFocused()
  await wheel(page, 1_000)
  await page.getByLabel('Sort').selectOption('Most discussed')
  await expect(page).toHaveURL('/?sort=discussed')
  await expect(page.getByRole('heading', { name: 'Paper 001 of 2025-12' })).toBeInViewport()
})

test('the first link of a page leads past what comes before its content', async ({ page }) => {
  await openList(page, '/')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the papers' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/')
  await page.keyboard.press('Tab')
  await expect(page.getByLabel('Sort')).toBeFocused()
  await page.goto('/help')
  await expect(page.getByRole('heading', { level: 1, name: 'Help' })).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused()
})

test('the keyboard meets the search box, the ways to narrow and the papers in this order', async ({
  page,
}) => {
  await openList(page, '/')
  const themes = page.getByRole('navigation', { name: 'Themes' })
  const find = themes.getByRole('searchbox', { name: 'Find a theme' })
  await expect(find).toBeVisible()
  await page.getByRole('combobox', { name: 'Search papers' }).focus()
  await page.keyboard.press('Tab')
  await expect(find).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(themes.getByRole('link').first()).toBeFocused()
  await page.getByRole('complementary', { name: 'Filters' }).locator('summary').last().focus()
  await page.keyboard.press('Tab')
  await expect(page.getByLabel('Sort')).toBeFocused()
})
