import type { CollectionDocument } from '../shared/collections.ts'
import { Random } from './random.ts'

/** Operators, sigils of other engines, and typing accidents. */
const SCRAPS = [
  ...['"', '(', ')', '|', ' OR ', '-', '--', ':', ',', '..', '>', '<=', ' ', '  ', '\t', '\n', '*', '~', '^'],
  ...[
    'title:',
    'author:"',
    'theme:',
    'theme:rlvr',
    'has:maths',
    '-has:code',
    'comments:>3',
    'last:3m',
    'id:',
  ],
  ...[
    'after:2025',
    'year:9999..0000',
    'foo:bar',
    "=exact !not ^start 'quoted end$",
    '.*+?^$',
    '{}()[]\\',
    '%',
    '\\',
  ],
]

/** Words of nearly every paper, which exclude no paper. */
const COMMON = ['the', 'of', 'a', 'to', 'and', 'is', 'in', 'we', 'that', 'on', 'model', 'models', 'learning']

const FIRST_POINTS = [
  0x20, 0x61, 0x5d0, 0x600, 0x3041, 0x4e00, 0xac00, 0xd800, 0xdc00, 0x1f600, 0x300, 0x200b,
]

const MAX_LENGTH = 256

type QueryMaker = (random: Random, words: readonly string[]) => string

const times = (random: Random, most: number, make: () => string): string[] =>
  Array.from({ length: 1 + random.below(most) }, make)

const someOf = (random: Random, values: readonly string[], most: number): string[] =>
  times(random, most, () => random.pick(values) ?? '')

/** A word with one wrong letter. */
function misspelt(random: Random, word: string): string {
  const at = random.below(word.length)
  return word.slice(0, at) + String.fromCharCode(0x61 + random.below(26)) + word.slice(at + 1)
}

const QUERY_MAKERS: Record<string, QueryMaker> = {
  characters: random =>
    times(random, 80, () =>
      String.fromCodePoint((random.pick(FIRST_POINTS) as number) + random.below(64)),
    ).join(''),
  operators: (random, words) => someOf(random, [...SCRAPS, ...someOf(random, words, 10)], 60).join(''),
  excluded: (random, words) =>
    someOf(random, [...COMMON, ...someOf(random, words, 4)], 24)
      .map(word => `-${word}`)
      .join(' '),
  phrases: (random, words) =>
    times(random, 12, () => `"${someOf(random, [...COMMON, ...words.slice(0, 40)], 3).join(' ')}"`).join(
      random.pick([' ', ' | ', ' -']),
    ),
  fields: (random, words) =>
    times(
      random,
      20,
      () =>
        `${random.pick(['title:', 'abstract:', 'author:', '-org:'])}${random.pick([...COMMON, ...words])}`,
    ).join(random.pick([' ', '|'])),
  alternatives: (random, words) => `(${someOf(random, [...COMMON, ...words], 24).join(' | ')})`,
  groups: (random, words) =>
    someOf(random, ['(', '(', '-(', ')', '|', ...someOf(random, words, 8)], 100).join(' '),
  misspelt: (random, words) =>
    someOf(random, words, 24)
      .map(word => misspelt(random, word))
      .join(random.pick([' ', '-', ' | '])),
  hyphens: (random, words) => someOf(random, [...COMMON, ...words], 60).join('-'),
  prose: (random, words) => someOf(random, [...COMMON, ...words], 60).join(' '),
  beginnings: (random, words) =>
    someOf(random, words, 6)
      .map(word => word.slice(0, 1 + random.below(3)))
      .join(' '),
  long: (random, words) =>
    (someOf(random, [...SCRAPS, ...words], 40).join('') || 'x').repeat(400).slice(0, 10_000),
  endless: random => String.fromCharCode(0x61 + random.below(26)).repeat(1 + random.below(MAX_LENGTH)),
}

/** The words of some documents, as written. */
function wordsOf(documents: readonly CollectionDocument[], random: Random): string[] {
  const texts = random.shuffled(documents).slice(0, 300)
  return [
    ...new Set(texts.flatMap(({ title, abstract }) => `${title} ${abstract}`.match(/\p{L}{2,}/gu) ?? [])),
  ]
}

/**
 * Hostile texts: random characters of many scripts, operator soups, words that exclude no paper, phrases of them, dozens
 * of misspellings, ten thousand characters; the same number of each kind.
 *
 * @param seed the same documents and seed give the same texts
 */
export function hostileQueries(
  documents: readonly CollectionDocument[],
  count: number,
  seed: number,
): string[] {
  const random = new Random(seed)
  const words = wordsOf(documents, random)
  const kinds = Object.values(QUERY_MAKERS)
  return Array.from({ length: count }, (_, i) => (kinds[i % kinds.length] as QueryMaker)(random, words))
}
