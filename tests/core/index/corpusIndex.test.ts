import { expect, test } from 'vitest'
import { CorpusIndex } from '#core/index/corpusIndex.ts'
import { buildSegment, Segment } from '#core/index/segment.ts'
import { paperWith } from '../../fixtures/paper.ts'

const indexOf = (...segments: Parameters<typeof paperWith>[0][][]) => {
  const index = new CorpusIndex()
  for (const papers of segments) index.add(new Segment(buildSegment(papers.map(paperWith))))
  return index
}

const worthOf = (index: CorpusIndex, weights: Record<string, number>) => {
  const { documents, scores } = index.match(
    Object.entries(weights).map(([stem, weight]) => ({ stem, weight })),
  )
  return Array.from(documents, (document, i) => [document, Number((scores[i] as number).toFixed(3))])
}

// (ln 2) ** 1.3 = 0.62097 is the rarity of a word in one of two papers, (ln 1.2) ** 1.3 = 0.10942 of one in both.
const titles = [{ title: 'Sparse' }, { title: 'Gated routing codecs' }]

test.each([
  ['one segment', indexOf(titles)],
  ['two segments', indexOf(titles.slice(0, 1), titles.slice(1))],
])('in %s a word is worth more in a shorter title', (_, index) => {
  expect(worthOf(index, { spars: 1 })).toEqual([[0, 1.242]])
  expect(worthOf(index, { gate: 1 })).toEqual([[1, 1.016]])
})

test('an abstract is discounted more for its length than names are', () => {
  const abstracts = indexOf([
    { abstract: 'sparse sparse' },
    { abstract: 'gated routing codecs routers gated gated' },
  ])
  expect(worthOf(abstracts, { spars: 1 })).toEqual([[0, 1.164]])
  const names = indexOf([{ authors: ['Sparse'] }, { authors: ['Gated Routing Codecs'] }])
  expect(worthOf(names, { spars: 1 })).toEqual([[0, 1.007]])
})

test('stems that stand for one word are scored as one, each by its weight, time and again', () => {
  const index = indexOf(titles)
  for (let time = 0; time < 2; time++) {
    expect(worthOf(index, { spars: 0.5, gate: 1 })).toEqual([
      [0, 0.164],
      [1, 0.179],
    ])
  }
  expect(worthOf(index, { spars: 0.5 })).toEqual([[0, 0.931]])
  expect(worthOf(index, { gate: 1, rout: 1 })).toHaveLength(1)
})

test('a stem that is nowhere is found nowhere', () => {
  const index = indexOf(titles)
  expect(worthOf(index, { nowhere: 1 })).toEqual([])
  expect(worthOf(index, {})).toEqual([])
  expect(index.frequency('nowhere')).toBe(0)
})
