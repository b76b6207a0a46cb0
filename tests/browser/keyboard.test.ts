import type { Locator, Page } from '@playwright/test'
import { papersOf, serveCorpus } from './corpus.ts'
import { expect, expectAlive, expectWhole, openList, test } from './gate.ts'

/** What hides the focus from somebody who looks for it: nothing, where all is well. */
const hiddenFocus = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const focused = document.activeElement
    if (!focused || focused === document.body) return ['nothing has the focus']
    const name = `${focused.tagName} “${focused.textContent?.trim().slice(0, 40)}”`
    const { outlineStyle, outlineWidth } = getComputedStyle(focused)
    // Headings and the like are given the focus for screen readers, and are not to be looked for.
    const isControl = focused.matches('a[href], button, input, select, textarea, summary')
    const flaws: string[] = []
    if (isControl && (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2))
      flaws.push('no outline')
    // A link may run over several lines: each of them has a box.
    const boxes = [...focused.getClientRects()].filter(({ width, height }) => width > 0 && height > 0)
    if (boxes.length === 0) flaws.push('no box')
    for (const { left, right, top, bottom } of boxes) {
      const points = [
        [(left + right) / 2, (top + bottom) / 2],
        [left + 2, top + 2],
        [right - 2, top + 2],
        [left + 2, bottom - 2],
        [right - 2, bottom - 2],
      ] as const
      for (const [x, y] of points) {
        const hit = document.elementFromPoint(x, y)
        if (!focused.contains(hit))
          flaws.push(`at ${Math.round(x)}, ${Math.round(y)} is ${hit?.outerHTML.slice(0, 80)}`)
      }
      if (top < 0 || left < 0 || bottom > innerHeight || right > innerWidth) flaws.push('out of the window')
    }
    return flaws.map(flaw => `${name}: ${flaw}`)
  })

/** Waits for the focus to be somewhere and to be seen there. */
async function expectFocus(page: Page, where: Locator): Promise<void> {
  await expect(where).toBeFocused()
  await expect.poll(() => hiddenFocus(page)).toEqual([])
}

const titleOf = (page: Page, at: number): Locator =>
  page.getByRole('article').nth(at).getByRole('heading').getByRole('link')
const searchBox = (page: Page): Locator => page.getByRole('combobox', { name: 'Search papers' })

for (const width of [1440, 390]) {
  test.describe(`${width} px`, () => {
    test.use({ viewport: { width, height: 800 } })

    test('the keyboard alone: search, filter, open, next, cite, back', async ({ page }) => {
      await openList(page, '/')
      await page.keyboard.press('/')
      await expectFocus(page, searchBox(page))
      await page.keyboard.type('policy')
      await page.keyboard.press('Enter')
      await expect(page).toHaveURL('/?q=policy')
      await page.keyboard.press('Tab')
      await expectFocus(page, page.getByRole('button', { name: 'Clear the search' }))

      await page.keyboard.press('t')
      const themes = page.getByRole('dialog', { name: 'Themes' })
      await expectFocus(page, themes.getByRole('combobox'))
      await page.keyboard.type('rlvr')
      await expect(themes.getByRole('option', { selected: true })).toContainText('RLVR')
      const ofPolicy = (await page.locator('#count').textContent()) as string
      await page.keyboard.press('Enter')
      await expect(page).toHaveURL('/?q=policy+theme:rlvr')
      await expect(page.locator('#count')).not.toHaveText(ofPolicy)
      await expectWhole(page)
      await expect(themes).toBeHidden()
      await expectFocus(page, page.getByRole('button', { name: 'Clear the search' }))
      await expect(page.getByRole('article').first()).toBeVisible()
      const count = await page.getByRole('article').count()
      expect(count).toBeGreaterThan(2)

      for (let at = 0; at < count; at++) {
        await page.keyboard.press('j')
        await expectFocus(page, titleOf(page, at))
      }
      for (let at = count - 2; at > 0; at--) {
        await page.keyboard.press('k')
        await expectFocus(page, titleOf(page, at))
      }
      const opened = (await titleOf(page, 1).textContent()) as string
      const after = (await titleOf(page, 2).textContent()) as string
      await page.keyboard.press('o')
      const heading = page.getByRole('heading', { level: 1 })
      await expect(heading).toHaveText(opened)
      await expectFocus(page, heading)
      await expect(page.getByText(`2 of ${count}`)).toBeVisible()
      await page.keyboard.press('j')
      await expect(heading).toHaveText(after)
      await expectFocus(page, heading)

      await page.keyboard.press('c')
      const cite = page.getByRole('dialog', { name: 'Cite this paper' })
      await expectFocus(page, cite.getByRole('tab', { selected: true }))
      await page.keyboard.press('Escape')
      await expect(cite).toBeHidden()
      await expectFocus(page, heading)

      await page.goBack()
      await expect(page).toHaveURL('/?q=policy+theme:rlvr')
      await expectFocus(page, titleOf(page, 1))
    })

    test('going backwards, the focus is never under what is held at the top', async ({ page }) => {
      await openList(page, '/')
      await titleOf(page, 9).focus()
      for (let step = 0; step < 30; step++) {
        await page.keyboard.press('Shift+Tab')
        await expect.poll(() => hiddenFocus(page)).toEqual([])
      }
    })

    test('j and k through a whole list keep the title that has the focus in view', async ({ page }) => {
      await openList(page, '/?view=full')
      await expect(page.getByRole('article')).toHaveCount(46)
      for (let at = 0; at < 20; at++) {
        await page.keyboard.press('j')
        await expectFocus(page, titleOf(page, at))
      }
      for (let at = 18; at > 5; at--) {
        await page.keyboard.press('k')
        await expectFocus(page, titleOf(page, at))
      }
      // Another layout keeps the paper.
      await page.keyboard.press('1')
      await expect(page).toHaveURL('/?view=compact')
      await expectFocus(page, titleOf(page, 6))
      await page.keyboard.press('2')
      await expectFocus(page, titleOf(page, 6))
    })
  })
}

test('after the last card j leads to the next page, and on in it', async ({ page }) => {
  await serveCorpus(page, { '2025-12': papersOf('2025-12', 60) })
  await page.goto('/?view=compact')
  await expect(page.getByRole('article')).toHaveCount(50)
  await titleOf(page, 49).focus()
  await page.keyboard.press('j')
  await expectFocus(page, page.getByRole('link', { name: 'Next page' }))
  await page.keyboard.press('k')
  await expectFocus(page, titleOf(page, 49))
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/?view=compact&page=2')
  await expect(page.getByRole('article')).toHaveCount(10)
  await page.keyboard.press('j')
  await expectFocus(page, titleOf(page, 0))
  await expect(titleOf(page, 0)).toHaveText('Paper 051 of 2025-12')
})

test('v opens the source in a new tab, which knows nothing of this one [row 4]', async ({
  page,
  context,
  faults,
}) => {
  await context.route('https://arxiv.org/**', route => route.fulfill({ body: 'The source' }))
  await openList(page, '/?q=Mixture-of-Recursions')
  for (const place of ['list', 'page']) {
    const [source] = await Promise.all([context.waitForEvent('page'), page.keyboard.press('v')])
    await expect(source).toHaveURL('https://arxiv.org/abs/2507.10524')
    expect(await source.evaluate(() => window.opener)).toBeNull()
    await source.close()
    if (place === 'list') {
      await page.keyboard.press('o')
      await expect(page.getByRole('heading', { level: 1 })).toContainText('Mixture-of-Recursions')
    }
  }
  expect(faults.splice(0)).toEqual([
    'request to another origin: https://arxiv.org/abs/2507.10524',
    'request to another origin: https://arxiv.org/abs/2507.10524',
  ])
})

test('y copies the link of the paper in view, and says so, in every layout', async ({ page }) => {
  for (const view of ['', '&view=compact']) {
    await openList(page, `/?q=Mixture-of-Recursions${view}`)
    await page.evaluate(() => navigator.clipboard.writeText(''))
    await page.keyboard.press('y')
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toBe(new URL('/paper/2507.10524', page.url()).href)
    if (view !== '') await expect(page.getByText('Link copied').last()).toBeInViewport()
    await expectFocus(page, titleOf(page, 0))
  }
})

test('the palette opens from the search box, with the keys, and does what is chosen', async ({ page }) => {
  await openList(page, '/?q=token')
  await titleOf(page, 3).focus()
  const title = (await titleOf(page, 3).textContent()) as string
  await page.keyboard.press('Control+k')
  await expectFocus(page, searchBox(page))
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog', { name: 'Commands' })
  await expectFocus(page, palette.getByRole('combobox'))
  await page.keyboard.press('Control+k')
  await expect(palette).toBeHidden()
  await expectFocus(page, searchBox(page))

  await page.keyboard.press('Home')
  await page.keyboard.type('>')
  await expectFocus(page, palette.getByRole('combobox'))
  await expect(searchBox(page)).toHaveValue('token')
  await page.keyboard.type('cite')
  await page.keyboard.press('Enter')
  const cite = page.getByRole('dialog', { name: 'Cite this paper' })
  await expect(cite.getByText(title).first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expectFocus(page, titleOf(page, 3))
})

test('/ on another page leads to the search box of the front page, and what follows is typed into it', async ({
  page,
}) => {
  await page.goto('/paper/2507.10524')
  await expect(page.getByText(/^\d+ of 46$/)).toBeVisible()
  await page.keyboard.press('/')
  await page.keyboard.type('kvcache')
  await expect(page).toHaveURL('/?q=kvcache')
  await expectFocus(page, searchBox(page))
})

test('the sheet of keys opens by ? on every kind of page', async ({ page }) => {
  for (const path of ['/', '/paper/2507.10524', '/theme/rlvr', '/help', '/nowhere']) {
    await page.goto(path)
    await expectAlive(page)
    await page.keyboard.press('?')
    const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
    await expect(sheet.getByText('Newest digest')).toHaveCount(0)
    await expect(sheet.getByText('Copy its link')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(sheet).toBeHidden()
  }
})

test('the first page loads nothing of the commands before a key is pressed that may be one', async ({
  page,
}) => {
  const scripts: string[] = []
  page.on('request', request => {
    if (request.resourceType() === 'script') scripts.push(new URL(request.url()).pathname)
  })
  const ofCommands = () => scripts.filter(path => /\/(?:keySequences|acts|table|CommandOverlay)-/.test(path))
  await openList(page, '/')
  await page.keyboard.press('Tab')
  await page.keyboard.press('PageDown')
  await page.waitForTimeout(1_500)
  expect(ofCommands()).toEqual([])
  await page.keyboard.press('j')
  await expect(titleOf(page, 0).or(page.locator('article h2 a:focus'))).not.toHaveCount(0)
  await expect.poll(ofCommands).toHaveLength(3)
})
