import type { Page } from '@playwright/test'
import { papersOf, serveCorpus } from './corpus.ts'
import { expect, expectAlive, expectWhole, openList, papersOn, test } from './gate.ts'
import { shiftsOn, watchShifts } from './shifts.ts'
import { followExamples } from './sweeps.ts'

test('a former id of a paper leads on to the present one', async ({ page }) => {
  await page.goto('/paper/prophy-progressive-physical-alignment-for-dynamic-world-simulation')
  await expect(page).toHaveURL('/paper/2512.05564')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('ProPhy')
})

test('previous and next walk through the list a paper was opened from', async ({ page }) => {
  await openList(page, '/?q=theme:kv-cache')
  await expectWhole(page)
  const titles = await page.getByRole('article').getByRole('heading').allTextContents()
  expect(titles).toHaveLength(3)
  await page.getByRole('article').first().getByRole('heading').getByRole('link').click()
  const heading = page.getByRole('heading', { level: 1 })
  await expect(page.getByText('1 of 3')).toBeVisible()
  await page.getByRole('link', { name: /^Next/ }).click()
  await expect(heading).toHaveText(titles[1] as string)
  await expect(page.getByText('2 of 3')).toBeVisible()
  await page.reload()
  await expect(page.getByText('2 of 3')).toBeVisible()
  await page.getByRole('link', { name: /^Previous/ }).click()
  await expect(heading).toHaveText(titles[0] as string)
  await page.getByRole('link', { name: 'Back to the list' }).click()
  await expect(page).toHaveURL('/?q=theme:kv-cache')
})

test('addresses that lead nowhere show a useful page', async ({ page }) => {
  await page.goto('/paper/9999.99999')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('No such paper here')
  await expect(page.getByRole('link', { name: 'Look for it on arXiv' })).toBeVisible()
  await page.goto('/paper/rethinking-entropy-interventions')
  await expect(page.getByRole('link', { name: /^Rethinking Entropy Interventions in RLVR/ })).toBeVisible()
  await page.goto('/theme/no-such-theme')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('No such theme')
  await page.goto('/theme/RLVR')
  await expect(page).toHaveURL('/theme/rlvr')
  await page.goto('/index.html')
  await expect(page).toHaveURL('/')
  await page.goto('/nowhere/at/all')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page was never printed')
  await expect(page.getByRole('link', { name: 'The front page' })).toBeVisible()
})

test('a list with nonsense in its address says what it did with it', async ({ page }) => {
  await page.goto('/?q=token+foo:bar+theme:nope&page=999&sort=upside-down&view=%E0%A4%A')
  const notes = page.getByRole('main')
  await expect(notes.getByText('There is no operator “foo:”')).toBeVisible()
  await expect(notes.getByText('There is no theme called “nope”')).toBeVisible()
  await expect(notes.getByRole('link', { name: 'Search for the words instead' })).toBeVisible()
  await expect(page.getByText('No paper matches')).toBeVisible()
  await page.goto('/?q=token&page=999')
  await expect(page.getByText('There is no page 999')).toBeVisible()
  await expect(page.getByRole('article').first()).toBeVisible()
})

followExamples(5)

test('a section of the help page has an address, and Back leads to where it was left', async ({
  page,
  anotherContext,
}) => {
  const top = (of: Page) =>
    of.getByRole('heading', { name: 'Themes' }).evaluate(element => element.getBoundingClientRect().top)
  const opened = await (await anotherContext()).newPage()
  await opened.goto('/help#themes')
  await expect.poll(() => top(opened)).toBeLessThan(100)
  await page.goto('/help')
  await expectAlive(page)
  await page.getByRole('navigation', { name: 'On this page' }).getByRole('link', { name: 'Themes' }).click()
  await expect(page).toHaveURL('/help#themes')
  await expect(page.getByRole('heading', { name: 'Themes' })).toBeFocused()
  expect(await top(page)).toBeLessThan(100)
  await page.goBack()
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(0)
})

test('the papers not arriving is said in a sentence, with a way to try again', async ({ page, faults }) => {
  await page.route('**/corpus/manifest.json', route => route.fulfill({ status: 503, body: 'busy' }))
  await page.goto('/')
  await expect(page.getByText('Nothing can be searched')).toBeVisible()
  await expect(page.getByRole('article').first()).toBeVisible()
  await page.goto('/?q=policy')
  await expect(page.getByText('The papers did not arrive')).toBeVisible()
  await page.unroute('**/corpus/manifest.json')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('article').first()).toBeVisible()
  expect(faults.splice(0).every(fault => fault.includes('503'))).toBe(true)
})

test('a month that does not arrive is named, and its papers are not declared non-existent', async ({
  page,
  faults,
}) => {
  const months = { '2025-12': papersOf('2025-12', 3), '2025-11': papersOf('2025-11', 2) }
  await serveCorpus(page, months, ['2025-11'])
  await page.goto('/')
  await expect(page.getByText('November 2025 could not be loaded')).toBeVisible()
  await expect(page.getByRole('article')).toHaveCount(3)
  await page.goto('/paper/p-2025-11-001')
  await expect(page.getByText('November 2025 could not be loaded')).toBeVisible()
  await serveCorpus(page, months)
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Paper 001 of 2025-11')
  expect(faults.splice(0).every(fault => fault.includes('404'))).toBe(true)
})

test('on a phone the themes close again and lead to the papers found', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await openList(page, '/')
  await page.getByText('Filters', { exact: true }).click()
  const themes = page.getByRole('navigation', { name: 'Themes' })
  await themes.getByRole('link', { name: /^RLVR/ }).click()
  await expect(page).toHaveURL('/?q=theme:rlvr')
  const show = page.getByRole('button', { name: /^Show \d papers$/ })
  await expect(show).toBeInViewport()
  await show.click()
  await expect(themes).toBeHidden()
  await expect(papersOn(page).getByText(/of 46 papers/)).toBeFocused()
  await expect(page.getByRole('article').first()).toBeInViewport()
})

test('nothing moves while a page opens, in whatever order its parts come', async ({ anotherContext }) => {
  const late = /\.woff2$|\/narrowing-.*\.js$|\/corpus\/2024-/
  const NARROW = 390
  for (const [path, ...widths] of [
    ['/', 1440, NARROW],
    ['/?q=theme:rlvr', 1440],
    ['/?q=token', NARROW],
    ['/theme/rlvr', 1440],
    ['/paper/2512.05111', NARROW],
  ] as const) {
    for (const width of widths) {
      const page = await (await anotherContext()).newPage()
      await page.setViewportSize({ width, height: 900 })
      await page.route(late, async route => {
        // Well within what the first papers wait for the others, on a busy machine too.
        const wait = route.request().url().includes('/corpus/') ? 50 : 300
        await new Promise(resolve => setTimeout(resolve, wait))
        await route.continue()
      })
      await watchShifts(page)
      await page.goto(path)
      await page.waitForLoadState('networkidle')
      const { sum, shifts } = await shiftsOn(page)
      expect(sum, `${path}, ${width} px: ${shifts}`).toBeLessThanOrEqual(0.02)
      await page.close()
    }
  }
})

test('the app is asked for once what came drawn can be seen, or at once where nothing is to be seen', async ({
  page,
}) => {
  const isAsked = { app: false }
  page.on('request', request => {
    isAsked.app ||= /\/assets\/index-[^/]+\.js$/.test(request.url())
  })
  // Nothing is painted before its styles are there.
  let release = () => {}
  const hold = () =>
    new Promise<void>(resolve => {
      release = resolve
    })
  let styles = hold()
  await page.route('**/*.css', async route => {
    await styles
    await route.continue()
  })
  await page.goto('/', { waitUntil: 'domcontentloaded' })
  await expect(page.getByRole('article').first()).toBeAttached()
  await page.waitForTimeout(500)
  expect(isAsked.app).toBe(false)
  release()
  await expectWhole(page)
  await expect(page.getByRole('navigation', { name: 'Themes' }).first()).toBeVisible()
  expect(isAsked.app).toBe(true)

  styles = hold()
  isAsked.app = false
  await page.goto('/?q=token', { waitUntil: 'commit' })
  await expect.poll(() => isAsked.app).toBe(true)
  release()
  await expect(page.getByRole('article').first()).toBeVisible()
})
