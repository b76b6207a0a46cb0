import { expect, test } from 'vitest'
import type { ExpandedTerm } from '#core/search/queryPlan.ts'
import { Titles } from '#core/search/titles.ts'
import { stemOf } from '#core/text/stem.ts'

/** A … behind a word tells that it is still being typed, words behind a = are what it stands for. */
const sought = (query: string): ExpandedTerm[] =>
  query.split(' ').map(text => {
    const [typed = '', ...others] = text.split('=')
    const term = typed.replace('…', '')
    const stems = [term, ...others].map(other => ({ stem: stemOf(other), weight: 1, kind: 'stem' as const }))
    return { term, stems, guesses: [], isPrefix: typed.endsWith('…') }
  })

function titles(...all: string[]): Titles {
  const made = new Titles()
  for (const title of all) made.add(title)
  return made
}

const bonusOf = (title: string, query: string): number => titles(title).bonus(sought(query))(0)

const EIGHT = 'one two three four five six seven eight'

// Of a query of n words: 2 (r / n)² for the longest run of r > 1 words, 6 where that is all of it, 3 more where it is so
// letter by letter, ½ (f / n)² for f words found, e / 20 n for e words as typed.
test.each([
  ['Sparse attention', 'kv', 1],
  ['', 'kv', 1],
  ['?', 'kv', 1],
  ['A KV cache', 'cache', 1 + 0.5 + 0.05],
  ['A KV cache', 'caching', 1 + 0.5],
  ['KV cache for models', 'kv cache', 1 + 2 + 6 + 3 + 0.5 + 0.05],
  ['KV cache for models', 'kv caching', 1 + 2 + 6 + 0.5 + 0.025],
  ['The KV \u0301 cache', 'kv cache', 1 + 2 + 6 + 3 + 0.5 + 0.05],
  ['KV KV cache', 'kv cache', 1 + 2 + 6 + 3 + 0.5 + 0.05],
  ['KV caching, caching, KV cache', 'kv cache', 1 + 2 + 6 + 3 + 0.5 + 0.05],
  ['KV store', 'kv cache=store', 1 + 2 + 6 + 0.5 + 0.025],
  ['Cache of KV', 'kv cache', 1 + 0.5 + 0.05],
  ['Cache KV', 'kv cache', 1 + 0.5 + 0.05],
  ['KV of cache', 'kv cache', 1 + 0.5 + 0.05],
  ['KV', 'kv cache', 1 + 0.5 / 4 + 0.05 / 2],
  ['The KV cache of models', 'kv cache size', 1 + (2 * 4) / 9 + (0.5 * 4) / 9 + 0.1 / 3],
  ['The KV cache of models', 'large kv cache', 1 + (2 * 4) / 9 + (0.5 * 4) / 9 + 0.1 / 3],
  ['The KV cache of large models', 'large kv cache', 1 + (2 * 4) / 9 + 0.5 + 0.05],
  ['KV cache', 'kv ca…', 1 + 2 + 6 + 3 + 0.5 + 0.025],
  ['KV cache', 'kv cache…', 1 + 2 + 6 + 3 + 0.5 + 0.05],
  ['KV cache', 'kv ca', 1 + 0.5 / 4 + 0.05 / 2],
  ['A decache', 'ca…', 1],
  ['Agent', 'agent agent', 1 + 0.5 + 0.05],
  ['Agent agent', 'agent agent', 1 + 2 + 6 + 3 + 0.5 + 0.05],
  [EIGHT, EIGHT, 1 + 2 + 6 + 3 + 0.5 + 0.05],
  ['eight', EIGHT, 1 + 0.5 / 64 + 0.05 / 8],
  ['seven eight', EIGHT, 1 + 2 / 16 + 0.5 / 16 + 0.1 / 8],
  ['one two three four five six seven eighty', EIGHT, 1 + (2 * 49) / 64 + (0.5 * 49) / 64 + (0.05 * 7) / 8],
])('the title %j and the query %j give %d', (title, query, expected) => {
  expect(bonusOf(title, query)).toBeCloseTo(expected, 10)
})

test('each title is judged by itself, whatever was asked before', () => {
  const all = titles('KV cache size', 'KV', 'Size')
  const first = all.bonus(sought('kv cache'))
  expect([0, 1, 2].map(first)).toEqual([12.55, 1.15, 1])
  const second = all.bonus(sought('size'))
  expect([0, 1, 2].map(second)).toEqual([1.55, 1, 1.55])
  all.add('Cache of sizes')
  const third = all.bonus(sought('sizes'))
  expect([0, 1, 2, 3].map(third)).toEqual([1.5, 1, 1.5, 1.55])
})

test('many long titles are kept apart', () => {
  const words = Array.from({ length: 700 }, (_, at) => `w${at}`).join(' ')
  const all = titles(`${words} kv cache`, words, `kv ${words} cache`, 'kv cache')
  expect([0, 1, 2, 3].map(all.bonus(sought('kv cache')))).toEqual([12.55, 1, 1.55, 12.55])
})
