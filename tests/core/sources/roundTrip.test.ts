import { expect, test } from 'vitest'
import { citationsOf } from '#core/cite/citation.ts'
import type { CorpusPaper } from '#core/papers/manifest.ts'
import { readSource } from '#core/sources/index.ts'
import { digestEngine } from '../../fixtures/digest.ts'
import { paperWith } from '../../fixtures/paper.ts'

/** What our own readers make of a file that the site wrote. */
function readBack(papers: readonly CorpusPaper[], format: 'ris' | 'csl', name: string) {
  const { records, problems } = readSource(citationsOf(papers, format), { name })
  expect(problems).toEqual([])
  return records.map(
    ({ paper: { title, authors, publishedAt, arxivId, abstract, dois, authorNames }, enrichesOnly }) => {
      expect(enrichesOnly).toBe(false)
      return { title, authors, publishedAt, arxivId, abstract, dois, authorNames }
    },
  )
}

const FORMATS = [
  ['ris', 'exported.ris'],
  ['csl', 'exported.json'],
] as const

test.each(FORMATS)(
  'what was exported as %s can be taken in again, and says the same',
  async (format, name) => {
    const { hits } = await digestEngine().search({ q: '', page: 1, pageSize: 100 })
    const papers = hits.map(({ paper }) => paper)
    expect(papers).toHaveLength(46)
    const readable = readBack(papers, format, name).map(({ title, authors, publishedAt, arxivId }) => ({
      title,
      authors,
      publishedAt,
      arxivId,
    }))
    expect(readable).toEqual(
      papers.map(({ title, authors, publishedAt, arxivId }) => ({ title, authors, publishedAt, arxivId })),
    )
  },
)

test.each(FORMATS)('names keep their parts through %s', (format, name) => {
  const paper = paperWith({
    title: 'Names',
    authors: ['Emile van Krieken', 'Hal Daumé III', 'The Example Team', 'Ada Example'],
    publishedAt: '2025-10-01',
  })
  const [back] = readBack([paper], format, name)
  expect(back?.authors).toEqual(paper.authors)
  expect(back?.authorNames).toEqual(
    expect.arrayContaining([
      { family: 'Krieken', given: 'Emile', particle: 'van' },
      { family: 'Daumé', given: 'Hal', suffix: 'III' },
    ]),
  )
})
