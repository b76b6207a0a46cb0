import type { Locator, Page } from '@playwright/test'
import { paperWith } from '../fixtures/paper.ts'
import { serveCorpus } from './corpus.ts'
import { expect, papersOn, test } from './gate.ts'

const NAMES = ['علي حسن', 'سارة مثال', 'Jane Roe']
const PAPER = paperWith({
  id: 'right-to-left',
  title: 'Names in Two Directions',
  authors: NAMES,
  abstract: 'Two authors write their names from right to left.',
  publishedAt: '2027-01-03',
  listedOn: ['2027-01-04'],
})

/** Where the names of the authors begin in a line, from the left. */
const placesOf = (line: Locator): Promise<number[]> =>
  line.evaluate(
    (line, names) =>
      names.map(name => {
        const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT)
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const at = node.textContent?.indexOf(name) ?? -1
          if (at < 0) continue
          const range = document.createRange()
          range.setStart(node, at)
          range.setEnd(node, at + name.length)
          return range.getBoundingClientRect().left
        }
        return Number.NaN
      }),
    NAMES,
  )

async function expectInOrder(line: Locator): Promise<void> {
  const places = await placesOf(line)
  expect(places).toEqual(places.toSorted((a, b) => a - b))
}

const box = (page: Page): Locator => page.getByRole('combobox', { name: 'Search papers' })

test('authors stand from left to right in their order, whichever way their names run', async ({ page }) => {
  await serveCorpus(page, { '2027-01': [PAPER] })
  for (const address of ['/?sort=newest', '/?view=full', '/digest/2027-01-04?q=names']) {
    await page.goto(address)
    await expect(page.locator('#count')).toHaveText(/^1 paper/)
    await expectInOrder(papersOn(page).getByRole('article'))
  }
  await page.goto('/?view=compact')
  await expect(page.locator('#count')).toHaveText(/^1 paper/)
  await page.getByRole('button', { name: /^Abstract of/ }).click()
  await expectInOrder(papersOn(page).getByRole('article'))
  await page.goto('/paper/right-to-left')
  await expectInOrder(page.getByRole('article'))
})

test('fields of text follow the direction of what is in them', async ({ page }) => {
  await serveCorpus(page, { '2027-01': [PAPER] })
  await page.goto('/?sort=newest')
  await expect(page.locator('#count')).toHaveText(/^1 paper/)
  const directionOf = (field: Locator) => field.evaluate(field => getComputedStyle(field).direction)
  await box(page).fill('تعلم الآلة')
  expect(await directionOf(box(page))).toBe('rtl')
  await box(page).fill('entropy')
  expect(await directionOf(box(page))).toBe('ltr')
  await box(page).fill('')
  expect(await directionOf(box(page))).toBe('ltr')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('>')
  const palette = page.getByRole('dialog').getByRole('combobox')
  await palette.fill('تعلم')
  expect(await directionOf(palette)).toBe('rtl')
})
