import type { Document } from '../shared/collections.ts'
import { Random } from './random.ts'

/** What operators, other engines' sigils and careless hands are made of. */
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

/** Common words and the words of nearly every paper, which leave no paper out. */
const COMMON = ['the', 'of', 'a', 'to', 'and', 'is', 'in', 'we', 'that', 'on', 'model', 'models', 'learning']

const FIRST_POINTS = [
  0x20, 0x61, 0x5d0, 0x600, 0x3041, 0x4e00, 0xac00, 0xd800, 0xdc00, 0x1f600, 0x300, 0x200b,
]

const MOST = 256

type Kind = (random: Random, words: readonly string[]) => string

const times = (random: Random, most: number, make: () => string): string[] =>
  Array.from({ length: 1 + random.below(most) }, make)

const someOf = (random: Random, values: readonly string[], most: number): string[] =>
  times(random, most, () => random.pick(values) ?? '')

/** Puts a wrong letter somewhere into a word. */
function misspelt(random: Random, word: string): string {
  const at = random.below(word.length)
  return word.slice(0, at) + String.fromCharCode(0x61 + random.below(26)) + word.slice(at + 1)
}

const KINDS: Record<string, Kind> = {
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
  endless: random => String.fromCharCode(0x61 + random.below(26)).repeat(1 + random.below(MOST)),
}

/** The words of some documents, as they are written there. */
function wordsOf(documents: readonly Document[], random: Random): string[] {
  const texts = random.shuffled(documents).slice(0, 300)
  return [
    ...new Set(texts.flatMap(({ title, abstract }) => `${title} ${abstract}`.match(/\p{L}{2,}/gu) ?? [])),
  ]
}

/**
 * Texts that nobody means well by: random characters of many scripts, soups of operators, words that leave no paper
 * out, phrases of them, misspellings by the dozen, ten thousand characters. Of each kind equally many.
 *
 * @param seed the same documents and seed give the same texts
 */
export function hostileQueries(documents: readonly Document[], count: number, seed: number): string[] {
  const random = new Random(seed)
  const words = wordsOf(documents, random)
  const kinds = Object.values(KINDS)
  return Array.from({ length: count }, (_, i) => (kinds[i % kinds.length] as Kind)(random, words))
}
