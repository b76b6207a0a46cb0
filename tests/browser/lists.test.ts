import type { Locator, Page } from '@playwright/test'
import { papersOf, serveCorpus } from './corpus.ts'
import {
  atRest,
  expect,
  expectAt,
  expectWhole,
  openList,
  papersOn,
  test,
  topOf,
  wheel,
  withoutFont,
} from './gate.ts'

const cardsOn = (page: Page): Locator => papersOn(page).getByRole('article')

for (const view of ['compact', 'cards', 'full'] as const) {
  for (const width of [1440, 390]) {
    test(`Back finds the same papers at the same place, expanded as they were (${view}, ${width} px)`, async ({
      page,
    }) => {
      await withoutFont(page)
      await page.setViewportSize({ width, height: 700 })
      await openList(page, view === 'cards' ? '/?q=model' : `/?q=model&view=${view}`)
      await expectWhole(page)
      if (view !== 'full') {
        for (const at of [0, 2])
          await cardsOn(page)
            .nth(at)
            .getByRole('button', { name: /^Abstract/ })
            .click()
      }
      const link = cardsOn(page).nth(14).getByRole('heading').getByRole('link')
      await link.focus()
      await page.mouse.move(width / 2, 400)
      await wheel(page, 40)
      const place = await topOf(link)
      await page.keyboard.press('Enter')
      await expect(page.getByRole('link', { name: 'Back to the list' })).toBeVisible()
      for (const way of ['Back', 'reload'] as const) {
        if (way === 'Back') await page.goBack()
        else await page.reload()
        await expectWhole(page)
        await expect(link).toBeFocused()
        await atRest(page)
        await expectAt(link, place)
        if (view !== 'full')
          await expect(
            cardsOn(page)
              .nth(2)
              .getByRole('button', { name: /^Abstract/ }),
          ).toHaveAttribute('aria-expanded', 'true')
      }
    })
  }
}

test('an abstract expands in place and folds again, in lines and in cards', async ({ page }) => {
  await openList(page, '/?view=compact')
  const card = cardsOn(page).nth(1)
  const fold = card.getByRole('button', { name: /^Abstract of/ })
  expect((await card.boundingBox())?.height).toBeLessThan(45)
  await fold.click()
  await expect(fold).toBeFocused()
  await expect(fold).toHaveAttribute('aria-expanded', 'true')
  await expect(card.getByRole('button', { name: 'Cite' })).toBeVisible()
  await fold.click()
  expect((await card.boundingBox())?.height).toBeLessThan(45)

  await openList(page, '/')
  const abstract = card.locator('p').first()
  const isCut = () => abstract.evaluate(element => element.scrollHeight > element.clientHeight + 1)
  expect(await isCut()).toBe(true)
  await fold.click()
  expect(await isCut()).toBe(false)
})

test('search box, count and what was asked for stay in view over the list', async ({ page }) => {
  await openList(page, '/?q=theme:reasoning+model')
  const count = page.locator('#count')
  await expect(count).not.toContainText('Theme: Reasoning')
  await page.mouse.move(700, 500)
  await wheel(page, 1_200)
  await expect(count).toHaveText(/^\d+ of 46 papers · Theme: Reasoning · model$/)
  await expect(count).toBeInViewport()
  const box = page.getByRole('combobox', { name: 'Search papers' })
  expect(await topOf(box)).toBeLessThan(2)
  // It is in view: focusing it moves nothing.
  const place = await topOf(cardsOn(page).nth(4))
  await box.focus()
  await expectAt(cardsOn(page).nth(4), place)
  // Typing from there shows the list from its beginning.
  await box.fill('model')
  await box.press('Enter')
  await expect(count).toHaveText(/^\d+ of 46 papers/)
  await expect(cardsOn(page).first().getByRole('heading')).toBeInViewport()
  await wheel(page, 1_200)
  await page.getByRole('button', { name: 'Top' }).click()
  expect(await page.evaluate(() => window.scrollY)).toBe(0)
  await expect(box).toBeFocused()
})

test('a theme and a digest are named over their lists', async ({ page }) => {
  for (const [path, name] of [
    ['/theme/reasoning', 'Reasoning'],
    ['/digest/2025-12-11', 'Thursday 11 December 2025'],
  ] as const) {
    await page.goto(path)
    await expectWhole(page)
    await page.mouse.move(500, 500)
    await wheel(page, 1_500)
    await expect(page.locator('#count')).toHaveText(new RegExp(`^${name} · \\d+ `))
    await expect(page.locator('#count')).toBeInViewport()
  }
})

test('nothing is held at the top of a window too low for it', async ({ page }) => {
  await page.setViewportSize({ width: 640, height: 400 })
  await openList(page, '/')
  await page.mouse.move(300, 200)
  await wheel(page, 1_500)
  await expect(page.locator('#count')).not.toBeInViewport()
  await expect(page.getByRole('combobox', { name: 'Search papers' })).not.toBeInViewport()
})

test('papers that were read look so', async ({ page }) => {
  await openList(page, '/')
  const link = cardsOn(page).nth(1).getByRole('heading').getByRole('link')
  const before = await link.screenshot()
  // The browser of the tests keeps no history: it is told that this link was followed.
  const session = await page.context().newCDPSession(page)
  await session.send('DOM.enable')
  await session.send('CSS.enable')
  const { root } = await session.send('DOM.getDocument')
  const { nodeIds } = await session.send('DOM.querySelectorAll', {
    nodeId: root.nodeId,
    selector: '[data-paper] h2 a',
  })
  await session.send('CSS.forcePseudoState', {
    nodeId: nodeIds[1] as number,
    forcedPseudoClasses: ['visited'],
  })
  expect((await link.screenshot()).equals(before)).toBe(false)
})

test('pages of a list are links', async ({ page }) => {
  await serveCorpus(page, { '2025-12': papersOf('2025-12', 120) })
  await page.goto('/?page=2')
  await expect(page.getByRole('heading', { name: 'Paper 051 of 2025-12' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Next page' })).toHaveAttribute('href', '/?page=3')
  await page.mouse.move(700, 500)
  await wheel(page, 1_500)
  await expect(page.locator('#count')).toHaveText('120 papers, page 2 of 3')
})
