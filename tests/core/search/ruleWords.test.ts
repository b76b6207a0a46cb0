import { expect, test } from 'vitest'
import { MatchablePaper } from '#core/query/match.ts'
import { parse } from '#core/query/parse.ts'
import { Marker } from '#core/search/highlight.ts'
import { markerWith } from '#core/search/ruleWords.ts'
import { paperWith } from '../../fixtures/paper.ts'

const PAPER = paperWith({
  title: 'A KV cache for sparse attention',
  abstract: 'The cache is sparse. A KV cache of attention.',
  authors: ['Ann Sparse'],
})

/** What is marked in the title, and in the abstract. */
function marked(rules: string[], stems: string[] = [], paper = PAPER): [string[], string[]] {
  const marker = new Marker({ stems: new Set(stems), phrases: [] })
  const marks = markerWith(
    marker,
    rules.map(rule => parse(rule).query),
  )(new MatchablePaper(paper))
  const { title, abstract = '' } = paper
  return [
    marks.title.map(({ start, end }) => title.slice(start, end)),
    marks.abstract.map(({ start, end }) => abstract.slice(start, end)),
  ]
}

test.each([
  [['cache'], ['cache'], ['cache', 'cache']],
  [['"kv cache"'], ['KV cache'], ['KV cache']],
  [['title:cache'], ['cache'], []],
  [['abstract:cache'], [], ['cache', 'cache']],
  [['author:sparse'], [], []],
  [['title:cache abstract:attention'], ['cache'], ['attention']],
  [['title:cache abstract:pruning'], [], []],
  [['sparse | pruning'], ['sparse'], ['sparse']],
  [['(title:sparse pruning) | attention'], ['attention'], ['attention']],
  [
    ['cache', 'attention'],
    ['cache', 'attention'],
    ['cache', 'cache', 'attention'],
  ],
  [['cache -sparse'], [], []],
  [['cache -pruning'], ['cache'], ['cache', 'cache']],
])('of the rules %j, %j of the title and %j of the abstract are marked', (rules, title, abstract) => {
  expect(marked(rules)).toEqual([title, abstract])
})

test('what matched the query is marked besides', () => {
  expect(marked(['title:attention'], ['cach'])).toEqual([
    ['cache', 'attention'],
    ['cache', 'cache'],
  ])
})

test('a paper without an abstract has nothing marked there', () => {
  expect(marked(['cache'], [], paperWith({ title: 'A cache' }))).toEqual([['cache'], []])
})
