import fc from 'fast-check'
import { expect, test } from 'vitest'
import { citationsOf } from '#core/cite/citation.ts'
import { citedText } from '#core/cite/citedText.ts'
import type { CorpusPaper } from '#core/papers/manifest.ts'
import { bibtex } from '#core/sources/bibtex.ts'
import { displayText } from '#core/tex/display.ts'
import { digestEngine } from '../../fixtures/digest.ts'
import { paperWith } from '../../fixtures/paper.ts'

/** What our own reader makes of the BibTeX of papers. */
function readBack(papers: readonly CorpusPaper[]) {
  const { records, problems } = bibtex.read(citationsOf(papers, 'bibtex'), { name: 'exported.bib' })
  expect(problems.filter(({ dropped: lost }) => lost)).toEqual([])
  return records.map(({ paper: { title, authors, publishedAt, arxivId } }) => ({
    title: displayText(title),
    authors,
    publishedAt,
    arxivId,
  }))
}

test('what was exported can be taken in again, and says the same [row 41]', async () => {
  const { hits } = await digestEngine().search({ q: '', page: 1, pageSize: 100 })
  const papers = hits.map(({ paper }) => paper)
  expect(papers).toHaveLength(46)
  expect(readBack(papers)).toEqual(
    papers.map(({ title, authors, publishedAt, arxivId }) => ({ title, authors, publishedAt, arxivId })),
  )
})

test('so can titles with the signs of TeX [row 41]', () => {
  const title = fc
    .string({ unit: fc.constantFrom(...'ab {}%&#@<>|-"é深א', '</script>', ']]>', '--'), minLength: 1 })
    .filter(text => citedText(text) !== '')
    // As it is shown: hyphens that stand for a dash are one there already.
    .map(text => displayText(citedText(text)))
  fc.assert(
    fc.property(title, title => {
      expect(readBack([paperWith({ title })])).toMatchObject([{ title: citedText(title) }])
    }),
  )
})
