import { expect, test } from 'vitest'
import { CorpusIndex } from '#core/index/corpusIndex.ts'
import { DocumentSet } from '#core/index/documentSet.ts'
import { buildSegment, Segment } from '#core/index/segment.ts'
import type { MatchablePaper } from '#core/query/match.ts'
import { parse } from '#core/query/parse.ts'
import { FilterMatcher } from '#core/search/filterMatcher.ts'
import { planFilter } from '#core/search/plan.ts'
import { paperWith } from '../../fixtures/paper.ts'

/** Takes note of the papers it looks into. */
class Watched extends FilterMatcher {
  readonly looked: number[] = []

  override textsOf(document: number): MatchablePaper {
    this.looked.push(document)
    return super.textsOf(document)
  }
}

/** A matcher of papers with these titles, followed by others up to so many. */
function matcherOf(titles: readonly string[], count = titles.length) {
  const papers = Array.from({ length: count }, (_, at) => paperWith({ title: titles[at] ?? 'Of the others' }))
  const index = new CorpusIndex()
  index.add(new Segment(buildSegment(papers)))
  const matcher = new Watched(papers, index)
  /** What is found, and what was looked into for it. */
  const ask = (query: string, among?: readonly number[]) => {
    matcher.looked.length = 0
    const within = among ? DocumentSet.of(count, Int32Array.from(among)) : DocumentSet.all(count)
    const found = [...matcher.documents(planFilter(parse(query).query, { index }), within).members()]
    return { found, looked: [...matcher.looked] }
  }
  return { matcher, ask }
}

const CACHES = ['The KV cache', 'Cache of KV', 'A KV-cache', 'The kvcache', 'A cache', 'Codecs', 'Of the KV']

test.each([
  ['"kv cache"', [0, 2], [0, 1, 2, 3]],
  ['"kv-cache"', [0, 2, 3], [0, 1, 2, 3]],
  ['kvcache', [2, 3], [0, 1, 2, 3]],
  ['title:cache', [0, 1, 2, 4], [0, 1, 2, 4]],
  ['"a cache"', [4], [0, 1, 2, 4]],
  ['"of the"', [6], [0, 1, 2, 3, 4, 5, 6]],
  ['"unheard cache"', [], []],
  ['-title:cache', [3, 5, 6], [0, 1, 2, 4]],
  ['title:codecs | title:kvcache', [2, 3, 5], [5, 0, 1, 2, 3]],
  ['title:kv title:cache', [0, 1, 2], undefined],
  ['', [0, 1, 2, 3, 4, 5, 6], []],
  ['has:code', [], []],
  ['-has:code', [0, 1, 2, 3, 4, 5, 6], []],
])('%j finds %j, and looks into no other papers than %j', (query, found, looked) => {
  const answer = matcherOf(CACHES).ask(query)
  expect(answer.found).toEqual(found)
  if (looked) expect(answer.looked).toEqual(looked)
})

test('only papers among those that are left are found', () => {
  const { ask } = matcherOf(CACHES)
  expect(ask('title:cache', [1, 3, 4]).found).toEqual([1, 4])
  expect(ask('-title:cache', [1, 3, 4]).found).toEqual([3])
  expect(ask('', [1, 3]).found).toEqual([1, 3])
  expect(ask('title:codecs | title:kvcache', [0, 1, 5]).found).toEqual([5])
})

test('where few papers are left, what the index cannot tell is looked for in these alone, whatever comes first', () => {
  for (const query of ['"of the" "kv cache"', '"kv cache" "of the"', '"of the" title:codecs']) {
    const { looked } = matcherOf(CACHES, 100).ask(query)
    expect(looked.length).toBeLessThanOrEqual(7)
  }
  const { looked, found } = matcherOf(CACHES, 100).ask('"of the" -title:others')
  expect(found).toEqual([6])
  // All 93 that have the word, then the seven that are left.
  expect(looked.length).toBe(100)
})

test('what was found of a clause is remembered, unless few papers were looked into', () => {
  const { ask } = matcherOf(CACHES, 96)
  expect(ask('"kv cache"').looked).toEqual([0, 1, 2, 3])
  expect(ask('"kv cache"')).toEqual({ found: [0, 2], looked: [] })
  expect(ask('"kv cache" "the kv"', [0, 1])).toEqual({ found: [0], looked: [0] })
  // Eleven of 96 are few, twelve are not.
  const among = (count: number) => Array.from({ length: count }, (_, at) => 90 - at)
  expect(ask('"of the"', among(11)).looked).toHaveLength(11)
  expect(ask('"of the"', among(11)).looked).toHaveLength(11)
  expect(ask('"of the"', among(12)).looked).toHaveLength(96)
  expect(ask('"of the"', among(12)).looked).toEqual([])
  expect(ask('"of the"', among(11)).looked).toEqual([])
})

test('a hundred clauses are remembered', () => {
  const { ask } = matcherOf(['cache'])
  const words = ['a', 'of', 'the', 'is', 'it', 'and', 'to', 'in', 'on', 'as', 'at']
  const clause = (at: number) => `"${words[at % 11]} ${words[Math.floor(at / 11)]}"`
  for (let at = 0; at < 100; at++) expect(ask(clause(at)).looked).toEqual([0])
  for (let at = 0; at < 100; at++) expect(ask(clause(at)).looked).toEqual([])
  expect(ask(clause(100)).looked).toEqual([0])
  expect(ask(clause(100)).looked).toEqual([])
  expect(ask(clause(0)).looked).toEqual([0])
})

test('texts are made ready some at a time, each once', () => {
  const { matcher } = matcherOf([], 10)
  expect(matcher.prepare(4)).toBe(true)
  expect(matcher.looked).toEqual([0, 1, 2, 3])
  expect(matcher.prepare(4)).toBe(true)
  expect(matcher.prepare(4)).toBe(false)
  expect(matcher.looked).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
  expect(matcher.prepare(4)).toBe(false)
  expect(matcher.looked).toHaveLength(10)
  expect(matcherOf([], 4).matcher.prepare(4)).toBe(false)
  expect(matcherOf([]).matcher.prepare(4)).toBe(false)
})

test('of very many papers the texts of 8,000 are kept', () => {
  const { matcher } = matcherOf([], 8_002)
  expect(matcher.prepare(7_999)).toBe(true)
  expect(matcher.prepare(7_999)).toBe(false)
  expect(matcher.looked).toHaveLength(8_000)
  expect(matcher.textsOf(7_999)).toBe(matcher.textsOf(7_999))
  expect(matcher.textsOf(8_000)).not.toBe(matcher.textsOf(8_000))
})
