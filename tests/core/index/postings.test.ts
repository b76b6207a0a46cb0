import { expect, test } from 'vitest'
import { frequenciesOf, postingsOf } from '#core/index/postings.ts'
import { paperWith } from '../../fixtures/paper.ts'

const PAPERS = [
  paperWith({
    title: 'A cache of caches',
    abstract: 'The cache.\u0020\u0301 It caches, cached.',
    authors: ['Ann Lin'],
  }),
  paperWith({
    title: 'What is it',
    abstract: `${'cache '.repeat(50)}lin`,
    authors: ['Bo Lin', 'Lin Lin', 'Lin Lin'],
    organization: { name: 'Lin', slug: 'lin-lab' },
  }),
]

test('each stem has the papers it stands in, and how often in which part, capped', () => {
  const { lists } = postingsOf(PAPERS)
  const table = Object.fromEntries(
    lists.map(({ stem, documents, frequencies }) => [
      stem,
      [...documents].map((document, at) => {
        const { title, abstract, names } = frequenciesOf(frequencies[at] as number)
        return [document, title, abstract, names]
      }),
    ]),
  )
  // Common words count in titles alone, and a lone accent is no word.
  expect(table).toEqual({
    a: [[0, 1, 0, 0]],
    cach: [
      [0, 2, 3, 0],
      [1, 0, 40, 0],
    ],
    of: [[0, 1, 0, 0]],
    ann: [[0, 0, 0, 1]],
    lin: [
      [0, 0, 0, 1],
      [1, 0, 1, 3],
    ],
    what: [[1, 1, 0, 0]],
    is: [[1, 1, 0, 0]],
    it: [[1, 1, 0, 0]],
    bo: [[1, 0, 0, 1]],
    lab: [[1, 0, 0, 1]],
  })
})

test('lengths are of words that are not common, part after part', () => {
  // Titles, abstracts, names, of each paper in turn.
  expect([...postingsOf(PAPERS).lengths]).toEqual([2, 0, 3, 51, 2, 9])
})

test('a paper without words has no postings, and no papers have none', () => {
  expect(postingsOf([paperWith({ title: '?' })])).toEqual({ lists: [], lengths: new Uint16Array(3) })
  expect(postingsOf([])).toEqual({ lists: [], lengths: new Uint16Array(0) })
})

test('a text that is longer than can be told is as long as can be told', () => {
  const { lengths } = postingsOf([paperWith({ title: 'w', abstract: 'w '.repeat(65_540) })])
  expect([...lengths]).toEqual([1, 65_535, 0])
})
