import { MANY_THEMES } from './extremes.ts'
import { expect, openList, papersOn, test } from './gate.ts'
import { SITUATIONS } from './screens.ts'

test('papers with too much of something keep to their place in a list, and are whole on their pages', async ({
  page,
}) => {
  await SITUATIONS.extreme.prepare(page)
  await page.goto('/?view=full')
  await expect(page.locator('#count')).toHaveText(/^9 papers.* ms$/)
  for (const card of await papersOn(page).getByRole('article').all())
    expect((await card.boundingBox())?.height).toBeLessThan(2_000)
  const everything = page.getByRole('article').filter({ hasText: 'On everything' })
  await expect(everything.getByText('and 92 more')).toBeVisible()
  await expect(page.getByText('1,234,567 comments')).toBeVisible()
  await everything.getByRole('heading').getByRole('link').click()
  await expect(page.locator('main dd a[href^="/theme/"]')).toHaveCount(MANY_THEMES.length)
  await page.goto('/paper/megabyte')
  const text = await page.locator('article p').last().innerText()
  expect(text.length).toBeGreaterThan(1_000_000)
})

test('what is not known of a paper is said', async ({ page }) => {
  await SITUATIONS.extreme.prepare(page)
  await page.goto('/paper/bare')
  const known = page.getByRole('article')
  for (const words of ['Authors unknown', 'Date unknown', 'In no digest', 'No source gave an abstract'])
    await expect(known.getByText(words)).toBeVisible()
})

test('in forced colours what is chosen stands out, and dots can be seen', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await openList(page, '/?q=theme:rlvr')
  const themes = page.getByRole('navigation', { name: 'Themes' })
  const edgeOf = (name: RegExp) =>
    themes.getByRole('link', { name }).evaluate(link => getComputedStyle(link).borderLeftColor)
  const ground = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
  expect(await edgeOf(/^Policy optimisation/)).toBe(ground)
  expect(await edgeOf(/^RLVR/)).not.toBe(ground)
  const dot = themes.locator('h3 > span').first()
  // Its background is not painted there: it is all border.
  const [width, edge, edgeColour] = await dot.evaluate(dot => {
    const { width, borderLeftWidth, borderLeftColor } = getComputedStyle(dot)
    return [width, borderLeftWidth, borderLeftColor]
  })
  expect(Number.parseFloat(edge as string) * 2).toBe(Number.parseFloat(width as string))
  expect(edgeColour).not.toBe(ground)
})

test('what still comes has the shape of the page, and a page that does not come keeps the frame', async ({
  page,
  faults,
}) => {
  await openList(page, '/')
  await page.route('**/assets/DigestsPage-*.js', route => route.abort())
  await page.getByRole('link', { name: 'Digests' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page could not be loaded')
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await expect(page).toHaveTitle(/^Page not loaded/)
  await page.getByRole('link', { name: 'Broadsheet' }).click()
  await expect(papersOn(page).getByRole('article').first()).toBeVisible()
  expect(faults.splice(0).every(fault => /ERR_FAILED/.test(fault))).toBe(true)
})
