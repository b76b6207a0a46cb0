import { JSDOM } from 'jsdom'
import { filePaths } from '#core/site/filePaths.ts'
import { paths } from '#core/site/paths.ts'
import { papersOfSite } from './corpus.ts'
import { expect, papersOn, test } from './gate.ts'
import { readHeads, readUnscripted } from './sweeps.ts'

test.use({ javaScriptEnabled: false })

readUnscripted(8)
readHeads(8)

test('lists, themes and help are there without scripts, and what needs them is not', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('article')).toHaveCount(papersOfSite.length)
  await expect(page.locator('.noscript')).toBeVisible()
  await expect(page.getByRole('button')).toHaveCount(0)
  await expect(page.getByRole('combobox')).toHaveCount(0)
  await page.getByRole('link', { name: 'Themes', exact: true }).click()
  await page.getByRole('link', { name: /^RLVR/ }).click()
  await expect(page).toHaveURL('/theme/rlvr')
  const rlvr = papersOfSite.filter(({ themes }) => themes.includes('rlvr'))
  await expect(papersOn(page).getByRole('article')).toHaveCount(rlvr.length)
  await page.getByRole('article').first().getByRole('link').first().click()
  await expect(page).toHaveURL(/\/paper\//)
  await page.getByRole('link', { name: 'Help', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Operators' })).toBeVisible()
})

test('the calendar leads to a day with all of its papers, and what is missing says so', async ({ page }) => {
  await page.goto('/digests')
  const listed = papersOfSite.filter(({ listedOn }) => listedOn.includes('2025-12-11'))
  await page.getByRole('link', { name: `Thursday 11 December 2025: ${listed.length} papers` }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Thursday 11 December 2025')
  await expect(papersOn(page).getByRole('article')).toHaveCount(listed.length)
  await page.getByRole('link', { name: 'Week 50 of 2025' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Week 50 of 2025')
  await page.goto('/404.html')
  await expect(page.getByText('There is nothing at this address')).toBeVisible()
})

test('a former id of a paper has a page too, which names the present address', async ({ page }) => {
  const paper = papersOfSite.find(({ aliases }) => aliases.length > 0)
  if (!paper) throw new Error('no paper has a former id')
  await page.goto(paths.paper(paper.aliases[0] as string))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(paper.title)
  const canonical = await page.locator('link[rel=canonical]').getAttribute('href')
  expect(canonical).toMatch(new RegExp(`${paths.paper(paper.id)}$`))
})

test('the files that pages name are there, each with its type', async ({ request }) => {
  const paper = paths.paper('2507.10524')
  const wanted = { '/': 3, [paths.theme('rlvr')]: 3, [paper]: 5 }
  for (const [path, count] of Object.entries(wanted)) {
    const { head } = new JSDOM(await (await request.get(path)).text()).window.document
    const links = [...head.querySelectorAll<HTMLLinkElement>('link[rel=alternate], link[rel=search]')]
    expect(links).toHaveLength(count)
    for (const { type, href } of links) {
      const answer = await request.get(href)
      expect(answer.headers()['content-type'], href).toBe(`${type}; charset=utf-8`)
    }
  }
  const calendar = await request.get(filePaths.calendar())
  expect(calendar.headers()['content-type']).toBe('text/calendar; charset=utf-8')
})

test.describe('while the scripts are on their way', () => {
  test.use({ javaScriptEnabled: true })

  test('a page is shown under its own address only', async ({ page }) => {
    await page.route('**/assets/index-*.js', () => new Promise(() => undefined))
    const open = (path: string) => page.goto(path, { waitUntil: 'commit' })
    await open('/')
    await expect(page.getByRole('article').first()).toBeVisible()
    await open('/?q=policy')
    await expect(page.locator('article').first()).toBeAttached()
    await expect(page.locator('article').first()).toBeHidden()
    await open('/paper/unheard-of')
    await expect(page.locator('h1')).toBeAttached()
    await expect(page.locator('h1')).toBeHidden()
  })

  test('the button clicked last is clicked again once it does something, and no form is sent', async ({
    page,
  }) => {
    let release = () => {}
    const held = new Promise<void>(resolve => (release = resolve))
    await page.route('**/assets/index-*.js', async route => {
      await held
      await route.continue()
    })
    await page.goto('/', { waitUntil: 'commit' })
    const cite = (at: number) => page.getByRole('article').nth(at).getByRole('button', { name: 'Cite' })
    await page.getByRole('combobox', { name: 'Search papers' }).press('Enter')
    await expect(page).toHaveURL('/')
    await cite(0).click()
    await cite(2).click()
    const title = await page.getByRole('article').nth(2).getByRole('heading').textContent()
    release()
    const dialog = page.getByRole('dialog', { name: 'Cite this paper' })
    await expect(dialog).toContainText(title as string)
    await expect(page.getByRole('dialog')).toHaveCount(1)
    await dialog.press('Escape')
    await expect(dialog).toBeHidden()
    await expect(cite(2)).toBeFocused()
  })
})
