import {
  atRest,
  expect,
  expectAlive,
  expectAt,
  expectWhole,
  openList,
  papersOn,
  test,
  topOf,
  withoutFont,
} from './gate.ts'

test('finds a half-remembered paper in spite of a typing error, and opens it', async ({ page }) => {
  await openList(page, '/')
  await page.getByRole('combobox', { name: 'Search papers' }).fill('verifible rewards entropy')
  await page.keyboard.press('Enter')
  const first = page.getByRole('article').first()
  await expect(first.getByRole('heading')).toHaveText(
    'Rethinking Entropy Interventions in RLVR: An Entropy Change Perspective',
  )
  await expect(first.locator('mark').filter({ hasText: 'Verifiable' })).toBeVisible()
  await expect(page).toHaveURL('/?q=verifible+rewards+entropy')
  await first.getByRole('heading').getByRole('link').click()
  await expect(page).toHaveURL(
    '/paper/rethinking-entropy-interventions-in-rlvr-an-entropy-change-perspective',
  )
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Rethinking Entropy Interventions in RLVR: An Entropy Change Perspective',
  )
  await expect(page.getByText('achieves stronger downstream performance across various')).toBeVisible()
  await expect(page).toHaveTitle(/^Rethinking Entropy Interventions/)
})

test('narrows to one theme, then to another beside it', async ({ page }) => {
  await openList(page, '/')
  const themes = page.getByRole('navigation', { name: 'Themes' })
  const count = async (label: string) =>
    Number(
      await themes.getByRole('link', { name: label, exact: false }).locator('data').first().textContent(),
    )
  const rlvr = await count('RLVR')
  const kvCache = await count('KV caching')
  expect(Math.min(rlvr, kvCache)).toBeGreaterThan(0)
  await themes.getByRole('link', { name: /^RLVR/ }).click()
  await expect(page).toHaveURL('/?q=theme:rlvr')
  await expect(papersOn(page).getByText(`${rlvr} of 46 papers`)).toBeVisible()
  await expect(page.getByRole('article')).toHaveCount(rlvr)
  await themes.getByRole('link', { name: /^KV caching/ }).click()
  await expect(page).toHaveURL('/?q=theme:rlvr,kv-cache')
  await expect(papersOn(page).getByText(`${rlvr + kvCache} of 46 papers`)).toBeVisible()
  await themes.getByRole('link', { name: /^RLVR/ }).click()
  await expect(page).toHaveURL('/?q=theme:kv-cache')
  await expect(page.getByRole('article')).toHaveCount(kvCache)
  await expect(page.getByRole('article').filter({ hasText: 'ALISA' })).toHaveCount(1)
})

test('dragging over the months narrows to them, and a click on a chip takes that back', async ({ page }) => {
  await openList(page, '/')
  const columns = page.locator('[data-columns]').last()
  await columns.waitFor()
  const box = (await columns.boundingBox()) as NonNullable<Awaited<ReturnType<typeof columns.boundingBox>>>
  await page.mouse.move(box.x + box.width * 0.7, box.y + 20)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width * 0.8, box.y + 20)
  await page.mouse.move(box.x + box.width - 1, box.y + 20)
  await page.mouse.up()
  await expect(page).toHaveURL(/\?q=date:20\d\d-\d\d\.\.2025-1\d$/)
  await expect(papersOn(page).getByText(/^\d+ of 46 papers/)).toBeVisible()
  await page.getByRole('link', { name: /^Remove filter Published/ }).click()
  await expect(page).toHaveURL('/')
})

test('a copied link shows someone else the same', async ({ page, anotherContext }) => {
  await openList(page, '/')
  await page.getByRole('combobox', { name: 'Search papers' }).fill('policy -vision after:2025')
  await page.keyboard.press('Enter')
  await page.getByLabel('Sort').selectOption('Most discussed')
  await page.getByRole('link', { name: 'Full' }).click()
  await expect(page).toHaveURL('/?q=policy+-vision+after:2025&sort=discussed&view=full')
  await expectWhole(page)
  const titles = page.getByRole('article').getByRole('heading')
  const mine = await titles.allTextContents()
  expect(mine.length).toBeGreaterThan(2)

  const theirs = await (await anotherContext()).newPage()
  await openList(theirs, page.url())
  await expect(theirs.getByRole('article').getByRole('heading')).toHaveText(mine)
  await expect(theirs.getByLabel('Sort')).toHaveValue('discussed')

  await page.getByRole('article').first().getByRole('button', { name: 'Copy link' }).click()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  await theirs.goto(link)
  await expect(theirs.getByRole('heading', { level: 1 })).toHaveText(mine[0] as string)
})

test('Back restores list, scroll position and focused paper', async ({ page }) => {
  await withoutFont(page)
  await openList(page, '/?q=token')
  const card = page.getByRole('article').nth(9)
  const title = await card.getByRole('heading').textContent()
  await card.scrollIntoViewIfNeeded()
  const link = card.getByRole('heading').getByRole('link')
  await link.focus()
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(500)
  await atRest(page)
  const place = await topOf(link)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title as string)
  expect(await page.evaluate(() => window.scrollY)).toBe(0)
  await page.goBack()
  await expect(page).toHaveURL('/?q=token')
  await expect(link).toBeFocused()
  await expectAt(link, place)

  // The link in the page does the same as the browser's button, and a reload keeps the place, too.
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'Back to the list' }).click()
  await expect(link).toBeFocused()
  await expectAt(link, place)
  await page.reload()
  await expect(link).toBeFocused()
  await expectAt(link, place)
})

test('a paper opened by its address is all there, after a reload too', async ({ page }) => {
  await page.goto('/paper/2507.10524')
  for (const visit of ['first', 'reloaded']) {
    if (visit === 'reloaded') await page.reload()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Mixture-of-Recursions')
    await expect(page.getByText('Sangmin Bae, Yujin Kim')).toBeVisible()
    await expect(page.getByText('14 Jul 2025')).toBeVisible()
    await expect(page.getByRole('link', { name: 'KV caching', exact: true })).toHaveAttribute(
      'href',
      '/theme/kv-cache',
    )
    await expect(page.getByRole('link', { name: 'Code' })).toHaveAttribute(
      'href',
      'https://github.com/raymin0223/mixture_of_recursions',
    )
  }
  await expectAlive(page)
  await page.getByRole('button', { name: 'Cite' }).click()
  await page.getByRole('button', { name: 'Copy BibTeX' }).click()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    /^@misc\{bae2025mixtureofrecursions-2507\.10524,[\s\S]*eprint = \{2507\.10524\}/,
  )
})

test('a hit says why it is there, in words', async ({ page }) => {
  await openList(page, '/?q=theme:rlvr+rewrads')
  const first = page.getByRole('article').first()
  await first.getByRole('button', { name: /^Why/ }).click()
  await expect(first.getByText(/^Theme RLVR: its rule finds/)).toBeVisible()
  await expect(first.getByText(/^rewrads: “.+” in the .+, which is spelt much like it$/)).toBeVisible()
  await first.getByRole('button', { name: /^Why/ }).click()
  await expect(first.getByText(/^Theme RLVR: its rule finds/)).toBeHidden()
})
