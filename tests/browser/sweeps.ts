import { citationOf } from '#core/cite/citation.ts'
import { elsewhereOf, linksOf } from '#core/links.ts'
import { paths } from '#core/paths.ts'
import { typeset } from '#core/typeset.ts'
import { papersOfSite } from './corpus.ts'
import { expect, papersOn, test } from './gate.ts'

/*
 * Tests of what there is much of: `npm test` takes a part of it, `npm run test:long` all.
 */

const part = <T>(all: readonly T[], every: number): T[] => all.filter((_, at) => at % every === 0)
const named = (what: string, every: number): string =>
  every === 1 ? `every ${what}` : `one ${what} of ${every}`

/** @param every of so many papers one is read */
export function readUnscripted(every: number): void {
  test.describe(() => {
    test.use({ javaScriptEnabled: false })

    test(`${named('paper', every)} can be read and followed without scripts`, async ({ page }) => {
      for (const paper of part(papersOfSite, every)) {
        await page.goto(paths.paper(paper.id))
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(typeset(paper.title))
        const text = await page.locator('main').innerText()
        const abstract = typeset(paper.abstract ?? 'gave no abstract')
        expect(text.replace(/\s+/g, ' ')).toContain(abstract.replace(/\s+/g, ' '))
        for (const folded of await page.locator('main summary').all()) await folded.click()
        const unfolded = await page.locator('main').innerText()
        for (const author of paper.authors ?? []) expect(unfolded).toContain(author)
        for (const { href } of [...linksOf(paper), ...elsewhereOf(paper)]) {
          await expect(page.locator(`main a[href=${JSON.stringify(href)}]`).first()).toBeVisible()
        }
        await expect(page.getByText(citationOf(paper, 'bibtex').trim())).toBeVisible()
      }
    })
  })
}

/** @param every of so many examples one is followed */
export function followExamples(every: number): void {
  test(`${named('example', every)} of the help page finds as many papers as it says`, async ({ page }) => {
    await page.goto('/help')
    const examples = page.getByRole('definition').getByRole('listitem')
    await expect(examples.first()).toBeVisible()
    const shown = await examples.evaluateAll(items =>
      items.map((item, at) => ({
        at,
        query: item.querySelector('a')?.textContent ?? '',
        papers: item.querySelector('data')?.textContent ?? '',
      })),
    )
    expect(shown.length).toBeGreaterThan(35)
    for (const { at, query, papers } of part(shown, every)) {
      await examples.nth(at).getByRole('link').click()
      await expect(page.getByRole('combobox', { name: 'Search papers' })).toHaveValue(query)
      const count = papers === '46 papers' ? papers : `${Number.parseInt(papers, 10)} of 46 papers`
      await expect(papersOn(page).getByText(new RegExp(`^${count}`)), query).toBeVisible()
      await page.goBack()
    }
  })
}
