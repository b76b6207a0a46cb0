import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countWords, Lexicon, lexiconWords } from '#core/index/lexicon.ts'
import { editsFrom, MAX_LENGTH } from '#core/text/editDistance.ts'
import { paperWith } from '../../fixtures/paper.ts'

const lexicon = new Lexicon([
  'verifiable',
  'variable',
  'tokenization',
  'tokenizer',
  'reinforcement',
  'rlvr',
  '2025',
])

test.each([
  ['verifible', 'verifiable'],
  ['verfiable', 'verifiable'],
  ['tokneizer', 'tokenizer'],
  ['reinforcment', 'reinforcement'],
  ['rvlr', 'rlvr'],
])('%s is taken for %s', (typed, meant) => {
  expect(lexicon.guesses(typed)[0]?.word).toBe(meant)
})

test.each(['xyz', 'zzzzzzzz', '2024', 'a'.repeat(5_000), '.*+?^{}[]', "=exact !not ^start 'quoted"])(
  '%s is taken for nothing',
  typed => {
    expect(lexicon.guesses(typed)).toEqual([])
  },
)

type Near = [word: string, likeness: number][]

const near = (typed: string, known: readonly string[]): Near =>
  new Lexicon(known).guesses(typed).map(({ word, likeness }) => [word, Number(likeness.toFixed(4))])

test('the words that are the fewest edits away come first, then the most frequent, and three at most', () => {
  const byFrequency = ['tokenise', 'tokenizer', 'tokenized', 'tokenize', 'tokenizes', 'token']
  expect(near('tokenizr', byFrequency)).toEqual([
    ['tokenizer', 0.8889],
    ['tokenize', 0.875],
    ['tokenise', 0.75],
  ])
  expect(near('tokenizr', byFrequency.slice(2))).toEqual([
    ['tokenize', 0.875],
    ['tokenized', 0.7778],
    ['tokenizes', 0.7778],
  ])
  expect(near('tokenizer', byFrequency)[0]).toEqual(['tokenizer', 1])
})

const longest = 'abcdefgh'.repeat(MAX_LENGTH / 8)

test.each<[why: string, typed: string, known: string, Near]>([
  ['a letter replaced by another', 'grpx', 'grpo', [['grpo', 0.75]]],
  ['two edits in a short word', 'lamma', 'llama', []],
  ['one edit in a short word', 'lama2', 'llama2', [['llama2', 0.8333]]],
  ['two edits in a word of six letters', 'sqarze', 'sparse', [['sparse', 0.6667]]],
  ['three edits', 'sqazre', 'sparse', []],
  ['all letters that differ new ones', 'quantxzer', 'quantiser', [['quantiser', 0.7778]]],
  ['a word with a digit', '3dgss', '3dgs', [['3dgs', 0.8]]],
  ['another digit', 'gpt5', 'gpt4', [['gpt4', 0.75]]],
  ['a number', '2024', '2025', []],
  ['a word of other letters', '深度学刁', '深度学习', [['深度学习', 0.75]]],
  ['three letters', 'rlv', 'rlvr', []],
  ['a known word of three letters', 'sftt', 'sft', []],
  ['a word as long as can be compared', `x${longest.slice(1)}`, longest, [[longest, 0.9688]]],
  ['a longer one', `x${longest}`, longest, []],
])('%s: what %s may have meant, where %s is known', (_, typed, known, guesses) => {
  expect(near(typed, [known])).toEqual(guesses)
})

test('a word that is typed again is not compared again', () => {
  expect(lexicon.guesses('tokenizr')).toBe(lexicon.guesses('tokenizr'))
})

test.each([
  ['r', 10, ['rlvr', 'reward', 'router', 'rewards', 'regret']],
  ['re', 10, ['reward', 'rewards', 'regret']],
  ['rew', 10, ['reward', 'rewards']],
  ['rewards', 10, ['rewards']],
  ['r', 2, ['rlvr', 'reward']],
  ['reg', 1, ['regret']],
  ['p', 10, ['policy']],
  ['policies', 10, []],
  ['ward', 10, []],
  ['x', 10, []],
])('of the words that begin with %s the %i most frequent are %j', (prefix, limit, words) => {
  const byFrequency = ['rlvr', 'reward', 'policy', 'router', 'rewards', 'regret']
  expect(new Lexicon(byFrequency).withPrefix(prefix, limit)).toEqual(words)
})

test.each([
  ['rlvr', true],
  ['tokenizer', true],
  ['rlv', false],
  ['tokenizers', false],
])('whether %s is known: %s', (word, known) => {
  expect(lexicon.has(word)).toBe(known)
})

test('words are counted once a paper, in its title, abstract and names', () => {
  const papers = [
    paperWith({
      title: 'KV-cache: the cache',
      abstract: "The model's cache, \u0301 and a KV Cache",
      authors: ['Ana Pérez'],
    }),
    paperWith({ title: 'Models of a cache' }),
  ]
  const counts = countWords(papers)
  const once = { kv: 1, the: 1, model: 1, and: 1, ana: 1, perez: 1, models: 1, of: 1 }
  expect(Object.fromEntries(counts)).toEqual({ ...once, cache: 2, a: 2 })
  countWords([paperWith({ title: 'A cached model' })], counts)
  expect(Object.fromEntries(counts)).toEqual({ ...once, cache: 2, a: 3, model: 2, cached: 1 })
})

test('a lexicon has no stop words, single letters and words too long to compare, the most frequent word first', () => {
  const counts = {
    x: 9,
    policy: 2,
    than: 50,
    rl: 1,
    reward: 10,
    agents: 10,
    [longest]: 1,
    [`${longest}a`]: 1,
  }
  expect(lexiconWords(new Map(Object.entries(counts)))).toEqual([
    { word: 'agents', level: 9 },
    { word: 'reward', level: 9 },
    { word: 'policy', level: 3 },
    { word: longest, level: 0 },
    { word: 'rl', level: 0 },
  ])
})

test('of many words a lexicon has the 30,000 most frequent', () => {
  const rare = Array.from({ length: 30_000 }, (_, i) => [`w${String(i).padStart(5, '0')}`, 1] as const)
  const words = lexiconWords(new Map([...rare, ['reward', 2]]))
  expect(words).toHaveLength(30_000)
  expect(words[0]).toEqual({ word: 'reward', level: 3 })
  expect(words.at(-1)).toEqual({ word: 'w29998', level: 0 })
})

/** The textbook table. */
function editsByTable(a: string, b: string): number {
  const table = [...Array(a.length + 1).keys()].map(i => [i])
  const at = (i: number, j: number): number => table[i]?.[j] ?? Number.POSITIVE_INFINITY
  for (let j = 1; j <= b.length; j++) table[0]?.push(j)
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const swapped =
        a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY
      const replaced = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1)
      table[i]?.push(Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, replaced, swapped))
    }
  }
  return at(a.length, b.length)
}

test('edits are counted as the table of distances counts them', () => {
  expect(editsFrom('kitten')('sitting')).toBe(3)
  expect(editsFrom('rlvr')('rvlr')).toBe(1)
  const word = (unit: NonNullable<fc.StringConstraints['unit']>) =>
    fc.string({ unit, minLength: 1, maxLength: MAX_LENGTH })
  const alike = word(fc.constantFrom('a', 'b', 'c', 'é'))
  fc.assert(
    fc.property(fc.oneof(fc.tuple(alike, alike), fc.tuple(word('binary'), word('binary'))), ([a, b]) => {
      fc.pre(a.length <= MAX_LENGTH)
      expect(editsFrom(a)(b)).toBe(editsByTable(a, b))
    }),
    { numRuns: 1000 },
  )
})
