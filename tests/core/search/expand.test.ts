import { expect, test } from 'vitest'
import { CorpusIndex } from '#core/index/corpusIndex.ts'
import { Lexicon } from '#core/index/lexicon.ts'
import { buildSegment, Segment } from '#core/index/segment.ts'
import { expand } from '#core/search/expand.ts'
import { paperWith } from '../../fixtures/paper.ts'

/** A corpus of papers that have one word each, and a lexicon of the words that are given as known. */
function corpusOf(counts: Record<string, number>, known = Object.keys(counts)) {
  const index = new CorpusIndex()
  const papers = Object.entries(counts).flatMap(([word, count]) =>
    Array.from({ length: count }, () => paperWith({ title: word })),
  )
  index.add(new Segment(buildSegment(papers)))
  const lexicon = new Lexicon(known)
  return { index, lexicon }
}

const corpus = corpusOf({
  verifiable: 60,
  verification: 4,
  sparse: 40,
  sparks: 3,
  router: 20,
  routes: 1,
  codecs: 5,
  grpo: 1,
  gripo: 30,
})

type Expected = [stem: string, weight: number, kind: 'stem' | 'prefix' | 'fuzzy'][]

const stemsOf = (typed: string, word: { isPrefix?: boolean; inProse?: boolean } = {}, over = corpus) => {
  const { stems, guesses } = expand(
    { term: typed.toLowerCase(), typed, isPrefix: false, inProse: false, ...word },
    over,
  )
  return { stems: stems.map(({ stem, weight, kind }) => [stem, Number(weight.toFixed(4)), kind]), guesses }
}

test.each<[typed: string, Expected]>([
  [
    'spa',
    [
      ['spars', 0.8, 'prefix'],
      ['spark', 0.8, 'prefix'],
    ],
  ],
  ['sparse', [['spars', 1, 'stem']]],
  [
    'rout',
    [
      ['rout', 1, 'stem'],
      ['router', 0.2, 'prefix'],
    ],
  ],
])('%s, still being typed, stands for the words that begin so', (typed, stems) => {
  expect(stemsOf(typed, { isPrefix: true })).toEqual({ stems, guesses: [] })
})

test('of equally frequent words that begin so the first by the alphabet comes first', () => {
  const over = corpusOf({ sparks: 2, spams: 2, spawns: 2 })
  expect(stemsOf('spa', { isPrefix: true }, over).stems.map(([stem]) => stem)).toEqual([
    'spam',
    'spark',
    'spawn',
  ])
})

test.each([
  ['q', 8],
  ['qa', 16],
  ['qab', 30],
])('%s stands for at most %i stems', (typed, most) => {
  const over = corpusOf(Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`qab${i}x`, 1])))
  expect(stemsOf(typed, { isPrefix: true }, over).stems).toHaveLength(most)
})

test('words the lexicon leaves out are completed from the index, but not from one letter', () => {
  const over = corpusOf({ sparse: 2 }, [])
  expect(stemsOf('sp', { isPrefix: true }, over).stems).toEqual([['spars', 0.8, 'prefix']])
  expect(stemsOf('s', { isPrefix: true }, over).stems).toEqual([])
})

test.each<[why: string, typed: string, stems: Expected, guesses: string[]]>([
  ['a known word', 'sparse', [['spars', 1, 'stem']], []],
  [
    'a word that nothing contains',
    'sparze',
    [
      ['spars', 0.6667, 'fuzzy'],
      ['spark', 0.5333, 'fuzzy'],
    ],
    ['sparse', 'sparks'],
  ],
  ['an ending nobody writes', 'codec', [['codec', 1, 'stem']], []],
  [
    'a spelling nobody uses that shares its stem with another word',
    'verifible',
    [
      ['verif', 0.7, 'stem'],
      ['verifi', 0.72, 'fuzzy'],
    ],
    ['verifiable'],
  ],
  [
    'a rare word beside one far more frequent',
    'routes',
    [
      ['rout', 1, 'stem'],
      ['router', 0.6667, 'fuzzy'],
    ],
    ['router'],
  ],
  [
    'a rare word',
    'grpo',
    [
      ['grpo', 1, 'stem'],
      ['gripo', 0.64, 'fuzzy'],
    ],
    ['gripo'],
  ],
  ['the same as a name', 'GRPO', [['grpo', 1, 'stem']], []],
])('%s: %s', (_, typed, stems, guesses) => {
  expect(stemsOf(typed)).toEqual({ stems, guesses })
})

test('in prose a word is taken as it is where the corpus has it, and guessed where it has not', () => {
  expect(stemsOf('grpo', { inProse: true })).toEqual({ stems: [['grpo', 1, 'stem']], guesses: [] })
  expect(stemsOf('sparze', { inProse: true }).guesses).toEqual(['sparse', 'sparks'])
})

test('a stop word stands for no other word', () => {
  expect(stemsOf('then', {}, corpusOf({ thin: 30 }))).toEqual({ stems: [], guesses: [] })
})

test.each([
  [19, []],
  [20, ['router']],
])('beside %i papers of a likely guess a word of one paper is guessed as %j', (papers, guesses) => {
  expect(stemsOf('routes', {}, corpusOf({ router: papers, routes: 1 })).guesses).toEqual(guesses)
})

test.each([
  [2, ['router']],
  [3, []],
])('a word of %i papers is guessed as %j', (papers, guesses) => {
  expect(stemsOf('routes', {}, corpusOf({ router: 60, routes: papers })).guesses).toEqual(guesses)
})

test('a word with a digit is a name', () => {
  expect(stemsOf('gpt4o', {}, corpusOf({ gpt4o: 1, gpt4x: 40 }))).toEqual({
    stems: [['gpt4o', 1, 'stem']],
    guesses: [],
  })
})
