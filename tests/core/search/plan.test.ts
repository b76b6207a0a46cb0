import fc from 'fast-check'
import { expect, test } from 'vitest'
import { AcronymTable, acronymsOf, countAcronyms } from '#core/index/acronyms.ts'
import { CompoundTable, compoundsOf, countCompounds } from '#core/index/compounds.ts'
import { CorpusIndex } from '#core/index/corpusIndex.ts'
import { countWords, Lexicon, lexiconWords } from '#core/index/lexicon.ts'
import { buildSegment, Segment } from '#core/index/segment.ts'
import type { CorpusPaper } from '#core/papers/manifest.ts'
import { parse } from '#core/query/parse.ts'
import { executePlan, type SearchedCorpus } from '#core/search/execute.ts'
import { FilterMatcher } from '#core/search/filterMatcher.ts'
import { type PlanContext, planAnswer, planQuery } from '#core/search/plan.ts'
import type { QueryPlan } from '#core/search/queryPlan.ts'
import { Titles } from '#core/search/titles.ts'
import { digestPapers } from '../../fixtures/digest.ts'
import { anyQueryText } from '../../fixtures/queries.ts'
import { anyPapers } from '../../fixtures/texts.ts'
import { recordedAnswers } from '../../recording/record.ts'

function corpusOf(papers: readonly CorpusPaper[]): PlanContext & SearchedCorpus {
  const index = new CorpusIndex()
  index.add(new Segment(buildSegment(papers)))
  const titles = new Titles()
  for (const { title } of papers) titles.add(title)
  const words = countWords(papers)
  const lexicon = new Lexicon(lexiconWords(words).map(({ word }) => word))
  const acronyms = new AcronymTable(acronymsOf(countAcronyms(papers), papers.length))
  const compounds = new CompoundTable(compoundsOf(countCompounds(papers), words))
  return {
    ...{ papers, index, titles, filters: new FilterMatcher(papers, index), newestDigest: '2025-12-11' },
    ...{ lexicon, acronyms, compounds },
    ranks: Int32Array.from(papers.keys()),
  }
}

const throughJson = <T>(plan: T): T => JSON.parse(JSON.stringify(plan))

function answerTo(plan: QueryPlan, corpus: SearchedCorpus) {
  const { byRelevance, scoreOf, ...retrieved } = executePlan(plan, corpus)
  const inOrder = (documents: Int32Array) =>
    Array.from(documents.toSorted(byRelevance), document => [document, scoreOf(document)])
  return { ...retrieved, first: inOrder(retrieved.first), second: inOrder(retrieved.second) }
}

test('plans are plain JSON, and answer the same after a journey: all recorded queries over the digest', () => {
  const corpus = corpusOf(digestPapers())
  for (const line of recordedAnswers()) {
    const { q } = JSON.parse(line)
    const plan = planAnswer(parse(q), 'relevance', corpus)
    expect(throughJson(plan), q).toStrictEqual(plan)
    expect(answerTo(throughJson(plan), corpus), q).toEqual(answerTo(plan, corpus))
  }
})

test('plans are plain JSON, and answer the same after a journey: any query over any papers', () => {
  fc.assert(
    fc.property(anyPapers(12), anyQueryText, (papers, q) => {
      const corpus = corpusOf(papers)
      const plan = planAnswer(parse(q), 'newest', corpus)
      expect(throughJson(plan)).toStrictEqual(plan)
      expect(answerTo(throughJson(plan), corpus)).toEqual(answerTo(plan, corpus))
    }),
    { numRuns: 60 },
  )
})

test('making and executing a plan leaves it as it is', () => {
  const corpus = corpusOf(digestPapers())
  for (const q of ['kvcache entropie', 'rlvr "kv cache"', 'reasoning | kvcache theme:rlvr']) {
    const plan = planQuery(parse(q).query, corpus)
    const before = throughJson(plan)
    executePlan(plan, corpus)
    expect(plan).toStrictEqual(before)
    expect(planQuery(parse(q).query, corpus)).toStrictEqual(before)
  }
})

/** Knows no papers: only words and in how many papers they are. */
function planOf(q: string, frequencies: Record<string, number> = {}) {
  return planQuery(parse(q).query, {
    index: {
      documentCount: 1_000,
      frequency: stem => frequencies[stem] ?? 0,
      withPrefix: prefix => new Set(Object.keys(frequencies).filter(stem => stem.startsWith(prefix))),
    },
    lexicon: new Lexicon(Object.keys(frequencies)),
    acronyms: new AcronymTable([{ short: 'rl', long: ['reinforcement', 'learning'], papers: 3 }]),
    compounds: new CompoundTable(['multi-agent']),
    newestDigest: '2025-12-11',
  })
}

test('a typing error, a compound and an acronym are decided from words and their frequencies alone', () => {
  const { should, clauses, coordination } = planOf('codcs multiagent rl kvcache codecs', {
    ...{ codecs: 9, codec: 9, multiag: 4, rl: 5, kv: 7, cach: 8 },
  })
  expect(should.map(({ term }) => term)).toEqual(['codcs', 'multiagent', 'rl', 'kvcache', 'codecs'])
  expect(should[0]).toMatchObject({ guesses: ['codecs'], stems: [{ stem: 'codec', kind: 'fuzzy' }] })
  expect(should[1]).toMatchObject({
    stems: [{ stem: 'multiag', weight: 1, kind: 'stem' }],
    compound: { terms: ['multi', 'agent'], isHyphenated: true, stems: ['multi', 'agent'], boost: 0.5 },
  })
  expect(should[2]?.acronym).toMatchObject({ stems: ['reinforc', 'learn'], boost: 0.25, words: 1 })
  expect(should[3]?.splits).toMatchObject([{ terms: ['kv', 'cache'], stems: ['kv', 'cach'], boost: 0.5 }])
  expect({ clauses, coordination }).toEqual({ clauses: 5, coordination: 3 - 5 / 3 })
})

test.each([
  ['last:7d', { field: 'last', range: { from: '2025-12-05', to: '2025-12-11' } }],
  ['after:2025-10', { field: 'after', range: { from: '2025-10-01' } }],
  ['before:2025', { field: 'before', range: { to: '2024-12-31' } }],
  ['date:2024-02', { field: 'date', range: { from: '2024-02-01', to: '2024-02-29' } }],
  ['year:2023..2024', { field: 'year', range: { from: '2023-01-01', to: '2024-12-31' } }],
  ['listed:>=2025-12-10', { field: 'listed', range: { from: '2025-12-10' } }],
])('%s is planned as days', (q, expected) => {
  expect(planOf(q).must).toEqual([{ type: 'days', ...expected }])
})

test('conditions are planned with their words analysed, and score by those that are phrases', () => {
  const { must, phrases, clauses } = planOf('title:"KV-caches" -survey comments:>3 (title:codec | has:code)')
  const phrase = { type: 'phrase', terms: ['kv', 'caches'], isHyphenated: true, field: 'title' }
  const candidates = [['kv', 'cach'], ['kvcach']]
  expect(must).toEqual([
    { ...phrase, candidates },
    {
      type: 'not',
      member: { type: 'phrase', terms: ['survey'], isHyphenated: false, candidates: [['survei']] },
    },
    { type: 'number', field: 'comments', range: { min: 4 } },
    {
      type: 'or',
      members: [
        { type: 'phrase', terms: ['codec'], isHyphenated: false, field: 'title', candidates: [['codec']] },
        { type: 'set', field: 'has', values: ['code'] },
      ],
    },
  ])
  expect(phrases).toEqual([{ ...phrase, stems: ['kv', 'cach'], boost: 1.5 }])
  expect(clauses).toBe(0)
})

test('prose is planned with feedback, and more than eight words without ranks by title', () => {
  const prose = planOf('how do sparse experts route their tokens when many experts are there')
  expect(prose.feedback).toEqual({ documents: 10, boost: (0.3 / 0.7) * prose.should.length })
  expect(prose).toMatchObject({ ranksByTitle: true, coordination: 3 - prose.clauses / 3 })
  const long = planOf('sparse experts route tokens gating codecs rewards entropy attention')
  expect(long).toMatchObject({ ranksByTitle: false, clauses: 9, coordination: 0 })
  expect(planOf('sparse experts')).toMatchObject({ ranksByTitle: true, fewInFirstTier: 10 })
  expect(planOf('sparse experts').feedback).toBeUndefined()
  expect(planOf('has:code')).toMatchObject({ ranksByTitle: false, clauses: 0 })
})

test('the counts of a facet are planned over the query without what it says about that facet', () => {
  const corpus = corpusOf(digestPapers())
  const { facets, sort } = planAnswer(
    parse('entropy theme:rlvr,moe -theme:agents has:code year:x'),
    'newest',
    corpus,
  )
  expect(facets.theme).toMatchObject({ included: ['rlvr', 'moe'], excluded: ['agents'] })
  expect(facets.theme.others?.must).toEqual([
    { type: 'set', field: 'has', values: ['code'] },
    expect.anything(),
  ])
  // Papers have several of these at once: each value narrows.
  expect(facets.has).toEqual({ included: ['code'], excluded: [] })
  expect(facets.org).toEqual({ included: [], excluded: [] })
  expect(sort).toBe('newest')
})
