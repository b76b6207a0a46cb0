import type { Page } from '@playwright/test'
import { paperWith } from '../fixtures/paper.ts'
import { serveCorpus } from './corpus.ts'
import { expect, expectAlive, openList, papersOn, test } from './gate.ts'

/** What a page says to those who do not read it: its head, and the papers that reference managers find in it. */
const saidBy = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const managed = 'title, meta[name], meta[property], link[rel], script[type="application/ld+json"]'
    const ofPage = [...document.head.querySelectorAll(managed)].filter(
      element =>
        !/viewport|color-scheme|theme-color|stylesheet|icon|preload/.test(element.outerHTML.slice(0, 80)),
    )
    return [...ofPage, ...document.querySelectorAll('.Z3988')].map(element => element.outerHTML).sort()
  })

const tellings = (page: Page): Promise<number> =>
  page.evaluate(() => (window as unknown as { told: number }).told)

test('after following links the head is that of the page fetched, and reference managers are told', async ({
  page,
  anotherContext,
}) => {
  const fetched = await (await anotherContext()).newPage()
  await page.addInitScript(() => {
    const counter = window as unknown as { told: number }
    counter.told = 0
    document.addEventListener('ZoteroItemUpdated', () => counter.told++)
  })
  await page.goto('/help')
  await expectAlive(page)
  const steps: [name: string | RegExp, path: RegExp][] = [
    ['Themes', /\/themes$/],
    [/^RLVR/, /\/theme\/rlvr$/],
    [/^Rethinking Entropy Interventions/, /\/paper\//],
    ['Broadsheet', /\/$/],
    ['Digests', /\/digests$/],
  ]
  for (const [name, path] of steps) {
    const before = await tellings(page)
    await page
      .getByRole('link', { name, exact: typeof name === 'string' })
      .first()
      .click()
    await expect(page).toHaveURL(path)
    await fetched.goto(page.url())
    await expect(async () => {
      expect(await saidBy(page), String(path)).toEqual(await saidBy(fetched))
    }).toPass({ timeout: 15_000 })
    expect(await tellings(page)).toBeGreaterThan(before)
  }
})

test('a page that was fetched says what it said, and nobody is told anything', async ({ page }) => {
  await page.addInitScript(() => {
    document.addEventListener('ZoteroItemUpdated', () => console.error('told of a page that came so'))
  })
  for (const path of ['/themes', '/help', '/digests', '/paper/2512.05564']) {
    await page.goto(path)
    const said = await saidBy(page)
    await page.waitForResponse(response => /\/head-/.test(response.url()))
    await page.waitForTimeout(300)
    expect(await saidBy(page)).toEqual(said)
  }
})

test('the papers of a list are in the page for reference managers, who are told once of another list', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const counter = window as unknown as { told: number }
    counter.told = 0
    document.addEventListener('ZoteroItemUpdated', () => counter.told++)
  })
  await openList(page, '/')
  await expect(page.locator('.Z3988')).toHaveCount(46)
  // They came with the page, so there is nothing to tell.
  expect(await tellings(page)).toBe(0)
  await page.getByRole('navigation', { name: 'Themes' }).getByRole('link', { name: /^RLVR/ }).click()
  await expect(page.locator('.Z3988')).not.toHaveCount(46)
  await page.waitForTimeout(600)
  expect(await tellings(page)).toBe(1)
})

test('formulas are set by the browser, and prices are none', async ({ page }) => {
  const abstract = 'For $\\frac{1}{n}$ and \\(\\sum_{i} x_i\\) it takes $5 to $10.'
  await serveCorpus(page, {
    '2025-12': [paperWith({ id: 'maths', title: 'Of $\\frac{a}{b}$', abstract, publishedAt: '2025-12-01' })],
  })
  await page.goto('/?q=takes')
  await papersOn(page).getByRole('article').getByRole('link').first().click()
  await expect(page.locator('math')).toHaveCount(3)
  await expect(page.getByText('it takes $5 to $10.')).toBeVisible()
  const [numerator, denominator] = await page.locator('h1 mfrac > *').all()
  const top = await numerator?.boundingBox()
  const bottom = await denominator?.boundingBox()
  expect(top?.y).toBeLessThan(bottom?.y ?? 0)
})
