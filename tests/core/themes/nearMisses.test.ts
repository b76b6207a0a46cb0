import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SearchEngine } from '#core/engine/engine.ts'
import { localEngine } from '#core/engine/localEngine.ts'
import type { CorpusPaper } from '#core/papers/manifest.ts'
import { MatchablePaper, matches } from '#core/query/match.ts'
import { parse, RULE } from '#core/query/parse.ts'
import { describeNearMiss } from '#core/themes/nearMisses.ts'
import { CountedCorpus } from '../../fixtures/countedCorpus.ts'
import { paperWith } from '../../fixtures/paper.ts'
import { anyPapers } from '../../fixtures/texts.ts'

/** Papers of one theme, by its rule, in a corpus. */
function engineFor(rule: string, papers: readonly CorpusPaper[]): SearchEngine {
  const theme = { id: 'it', label: 'It', group: 'Group', about: 'About.', query: rule }
  const corpus = new CountedCorpus({ themes: [theme], segments: [1] })
  const engine = localEngine(corpus)
  const { query } = parse(rule, RULE)
  corpus.addSegment(
    papers.map(paper => ({ ...paper, themes: matches(query, new MatchablePaper(paper)) ? ['it'] : [] })),
  )
  return engine
}

const abstracts = (...texts: string[]): CorpusPaper[] =>
  texts.map((abstract, at) => paperWith({ id: `p${at}`, title: 'A title', abstract }))

test.each([
  [
    'one of two conditions',
    '"reward hacking" llm',
    abstracts('Reward hacking of an LLM', 'Reward hacking', 'On reward-hacking'),
    ['2 papers mention only “reward hacking”'],
  ],
  [
    'an exclusion',
    'codec -survey',
    abstracts('A codec', 'Survey of a codec'),
    ['1 paper is left out only for survey'],
  ],
  [
    'a part of the paper',
    'title:reasoning',
    abstracts('Reasoning', 'Reasoning again'),
    ['2 papers have reasoning, but not in the title'],
  ],
  [
    'words side by side',
    '"chain of thought" | codec',
    abstracts('A thought on a chain', 'Chain of thought'),
    ['1 paper has the words of “chain of thought”, but apart'],
  ],
  ['nothing else', 'codec | entropy', abstracts('A codec', 'A coder'), []],
])('papers that lack %s are near misses', async (_, rule, papers, expected) => {
  const near = await engineFor(rule, papers).nearMisses({ theme: 'it' })
  expect(near.map(miss => describeNearMiss(miss))).toEqual(expected)
})

test('a condition that keeps many papers out has no near misses: that is what it is for', async () => {
  const papers = abstracts('rl agent', ...Array.from({ length: 8 }, () => 'rl'), 'agent')
  const near = await engineFor('rl agent', papers).nearMisses({ theme: 'it' })
  expect(near.map(miss => describeNearMiss(miss))).toEqual(['1 paper mentions only agent'])
})

test('a theme that is not known has none', async () => {
  expect(await engineFor('codec', []).nearMisses({ theme: 'other' })).toEqual([])
})

const word = fc.constantFrom(
  'token',
  'entropy',
  'reward',
  'rewards',
  'kv-cache',
  'attention',
  'the',
  'model',
  'x',
)
const text = fc.oneof(
  word,
  fc.tuple(word, word).map(words => `"${words.join(' ')}"`),
)
const leaf = fc.tuple(fc.constantFrom('', '', 'title:', 'abstract:'), text).map(parts => parts.join(''))
const either = fc.array(leaf, { minLength: 1, maxLength: 2 }).map(leaves => `(${leaves.join(' | ')})`)
const clause = fc.tuple(fc.constantFrom('', '', '-'), either).map(parts => parts.join(''))
const anyRule = fc
  .array(fc.array(clause, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
  .map(alternatives => alternatives.map(clauses => `(${clauses.join(' ')})`).join(' | '))

test('the search of a near miss finds as many papers as it says, and none of the theme', async () => {
  await fc.assert(
    fc.asyncProperty(anyPapers(12), anyRule, async (papers, rule) => {
      const engine = engineFor(rule, papers)
      for (const { q, count } of await engine.nearMisses({ theme: 'it' })) {
        const { hits, inFirstTier } = await engine.search({ q, page: 1, pageSize: 20 })
        expect(inFirstTier).toBe(count)
        expect(hits.filter(({ paper }) => paper.themes.includes('it'))).toEqual([])
      }
    }),
    { numRuns: 50 },
  )
})
