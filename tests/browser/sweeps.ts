import { JSDOM } from 'jsdom'
import { citationOf } from '#core/cite/citation.ts'
import { elsewhereOf, linksOf } from '#core/papers/links.ts'
import { paths } from '#core/site/paths.ts'
import { typeset } from '#core/text/typeset.ts'
import { papersOfSite, themesOfSite } from './corpus.ts'
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
        const abstract = typeset(paper.abstract ?? 'No source gave an abstract')
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

/** @param every of so many papers and themes the head of one is read */
export function readHeads(every: number): void {
  test(`the head of ${named('page', every)} is all there and true`, async ({ request }) => {
    const pages = [
      '/',
      paths.themes(),
      paths.help(),
      paths.digests(),
      paths.digest('2025-12-11'),
      paths.digest('2025-W50'),
      ...part(themesOfSite, every).map(({ id }) => paths.theme(id)),
      ...part(papersOfSite, every).map(({ id }) => paths.paper(id)),
    ]
    const titles = new Set<string>()
    for (const path of pages) {
      const { head, title } = new JSDOM(await (await request.get(path)).text()).window.document
      const canonical = head.querySelector('link[rel=canonical]')?.getAttribute('href') ?? ''
      const json = head.querySelector('script[type="application/ld+json"]')?.textContent ?? ''
      const metas = Array.from(head.querySelectorAll('meta'), meta => ({
        name: meta.getAttribute('property') ?? meta.name,
        content: meta.content,
      }))
      const content = (name: string) => metas.filter(meta => meta.name === name).map(({ content }) => content)
      titles.add(title)
      expect(new URL(canonical).pathname).toBe(path)
      expect(content('og:url')).toEqual([canonical])
      for (const name of ['description', 'og:title', 'og:description', 'og:type', 'twitter:card'])
        expect(content(name), `${name} of ${path}`).toHaveLength(1)
      const data = JSON.parse(json)
      expect(data.url).toBe(canonical)
      const paper = papersOfSite.find(({ id }) => path === paths.paper(id))
      if (!paper) continue
      expect(content('citation_title')).toEqual([paper.title])
      expect(content('citation_author')).toEqual(paper.authors ?? [])
      expect((data.author ?? []).map(({ name }: { name: string }) => name)).toEqual(paper.authors ?? [])
    }
    expect(titles.size).toBe(pages.length)
  })
}
