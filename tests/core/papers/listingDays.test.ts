import fc from 'fast-check'
import { expect, test } from 'vitest'
import { localEngine } from '#core/engine/localEngine.ts'
import { mergeInto, publishingDay, storageMonth } from '#core/papers/corpus.ts'
import { countDigests, listedOrAdded } from '#core/papers/digests.ts'
import { isAdded, listingDays } from '#core/papers/listingDays.ts'
import { paperOf } from '#core/papers/paperOf.ts'
import { publishCorpus } from '#core/publish/publish.ts'
import { recordOf } from '#core/sources/record.ts'
import { CountedCorpus } from '../../fixtures/countedCorpus.ts'
import { paperWith } from '../../fixtures/paper.ts'
import { arbitraryPaper } from './arbitraryPaper.ts'

const LISTED = paperWith({ id: 'listed', listedOn: ['2025-12-08', '2025-12-11'], addedOn: '2026-11-30' })
const ADDED = paperWith({ id: 'added', addedOn: '2025-12-10', publishedAt: '2019-05-01' })
const NEITHER = paperWith({ id: 'neither', publishedAt: '2025-12-11' })

const NEWEST = { sort: 'newest', page: 1, pageSize: 10 } as const

const engine = () => {
  const corpus = new CountedCorpus({ themes: [], segments: [1], newestDigest: '2025-12-11' })
  const engine = localEngine(corpus)
  corpus.addSegment([ADDED, LISTED, NEITHER])
  return engine
}

test.each([
  [LISTED, ['2025-12-08', '2025-12-11'], false],
  [ADDED, ['2025-12-10'], true],
  [NEITHER, [], false],
])('the days of $id are its listings, else the day on which it was added', (paper, days, added) => {
  expect(listingDays(paper)).toEqual(days)
  expect(isAdded(paper)).toBe(added)
})

test('a paper that nobody listed is filed on the site by the day on which it was added, and stored as before', () => {
  const facts = { title: 'A', publishedAt: '2019-05-01', addedOn: '2025-12-10' }
  const paper = paperOf(recordOf({ name: 'a.bib', format: 'bibtex' }, facts))
  expect([publishingDay(paper), storageMonth(paper)]).toEqual(['2025-12-10', '2019-05'])
  expect(publishCorpus([paper], []).newestDigest).toBe('2025-12-10')
})

test('the day on which a paper was added never decides in which file it is stored', () => {
  fc.assert(
    fc.property(arbitraryPaper, ({ addedOn, ...paper }) => {
      expect(storageMonth(paper)).toBe(storageMonth({ ...paper, addedOn: '2026-11-30' }))
    }),
  )
})

test('every paper is in the digests of all its days, and the newest digest is the last of them', () => {
  fc.assert(
    fc.property(fc.array(arbitraryPaper, { maxLength: 8 }), records => {
      const { papers } = mergeInto(
        [],
        records.map(paper => ({ paper, enrichesOnly: false })),
      )
      const { segments, newestDigest } = publishCorpus(papers, [])
      const digests = countDigests(segments.flatMap(({ papers }) => papers))
      const days = papers.flatMap(listingDays)
      expect(digests.map(([day]) => day)).toEqual([...new Set(days)].sort())
      expect(digests.reduce((sum, [, count]) => sum + count, 0)).toBe(days.length)
      expect(newestDigest).toBe(digests.at(-1)?.[0])
      for (const [day, , how] of digests) {
        expect(how === 'added').toBe(!papers.some(({ listedOn }) => listedOn.includes(day)))
      }
    }),
  )
})

test.each([
  ['listed:2025-12-10', ['added']],
  ['listed:2025-12', ['listed', 'added']],
  ['listed:2026-11-30', []],
  ['last:2d', ['listed', 'added', 'neither']],
  ['last:1d', ['listed', 'neither']],
  ['', ['listed', 'added', 'neither']],
])('“%s” finds by the same days, the newest digest first', async (q, ids) => {
  expect([...(await engine().list({ q, sort: 'newest' }))].sort()).toEqual([...ids].sort())
  expect((await engine().search({ ...NEWEST, q })).hits.map(({ paper }) => paper.id)).toEqual(ids)
})

test('the facet, the calendar and the help page count the day on which a paper was added', async () => {
  const { facets } = await engine().search({ ...NEWEST, q: '' })
  expect(facets.listed.values.map(({ value }) => value)).toEqual(['2025-12-11', '2025-12-10', '2025-12-08'])
  const { days } = await engine().digests({})
  expect(days).toEqual([
    ['2025-12-08', 1],
    ['2025-12-10', 1, 'added'],
    ['2025-12-11', 1],
  ])
  expect((await engine().examples({})).span.digests).toBe(3)
  expect(days.map(day => listedOrAdded([day]))).toEqual(['listed', 'added', 'listed'])
  expect([listedOrAdded(days), listedOrAdded([])]).toEqual(['listed', 'listed'])
})
