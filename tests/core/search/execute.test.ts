import { expect, test } from 'vitest'
import { type Acronym, AcronymTable } from '#core/index/acronyms.ts'
import { CompoundTable } from '#core/index/compounds.ts'
import { CorpusIndex } from '#core/index/corpusIndex.ts'
import { Lexicon } from '#core/index/lexicon.ts'
import { buildSegment, Segment } from '#core/index/segment.ts'
import type { CorpusPaper } from '#core/papers/manifest.ts'
import { format } from '#core/query/format.ts'
import { parse } from '#core/query/parse.ts'
import { executePlan } from '#core/search/execute.ts'
import { interpretationOf } from '#core/search/explain.ts'
import { FilterMatcher } from '#core/search/filterMatcher.ts'
import { planQuery } from '#core/search/plan.ts'
import { Titles } from '#core/search/titles.ts'
import { stemOf } from '#core/text/stem.ts'
import { paperWith } from '../../fixtures/paper.ts'

interface Known {
  words?: string[]
  compounds?: string[]
  acronyms?: Acronym[]
}

/** What papers with these abstracts have to say to queries. A title stands before a colon. */
function corpusOf(texts: readonly string[], { words = [], compounds = [], acronyms = [] }: Known = {}) {
  const papers = texts.map((text, at): CorpusPaper => {
    const [abstract = '', title = '?'] = text.split(': ').toReversed()
    return paperWith({ id: String(at), title, abstract })
  })
  const index = new CorpusIndex()
  index.add(new Segment(buildSegment(papers)))
  const titles = new Titles()
  for (const { title } of papers) titles.add(title)
  const lexicon = new Lexicon(words)
  const acronymTable = new AcronymTable(acronyms)
  const compoundTable = new CompoundTable(compounds)
  const ask = (query: string) => {
    const parsed = parse(query).query
    const plan = planQuery(parsed, {
      ...{ index, lexicon, acronyms: acronymTable, compounds: compoundTable },
    })
    // Plans travel as JSON.
    const { first, second, byRelevance, ...rest } = executePlan(JSON.parse(JSON.stringify(plan)), {
      ...{ papers, index, titles, filters: new FilterMatcher(papers, index) },
      ranks: Int32Array.from(papers.keys()),
    })
    const { conditions } = interpretationOf(parsed, rest.terms)
    return {
      ...{ first: [...first.toSorted(byRelevance)], second: [...second.toSorted(byRelevance)] },
      ...{ ...rest, conditions: conditions.map(format) },
    }
  }
  /** What a word is worth in a paper by itself. */
  const worth = (word: string, document: number): number => {
    const { documents, scores } = index.match([{ stem: stemOf(word), weight: 1 }])
    return scores[documents.indexOf(document)] ?? 0
  }
  return { ask, worth }
}

const repeated = (text: string, times: number): string[] => Array.from({ length: times }, () => text)

test('papers with all words come first, those with some of them second, and count what they have', () => {
  const { ask, worth } = corpusOf([
    'routing experts',
    'experts',
    'codecs',
    'experts experts routing',
    'routing',
  ])
  const { first, second, scoreOf, ranked } = ask('routing experts')
  expect({ first, second, ranked }).toEqual({ first: [3, 0], second: [1, 4], ranked: true })
  expect(scoreOf(0)).toBeCloseTo(worth('routing', 0) + worth('experts', 0), 4)
  expect(scoreOf(3)).toBeCloseTo(worth('routing', 3) + worth('experts', 3), 4)
  // Of two words one is there: (1 / 2) ** (3 - 2 / 3).
  expect(scoreOf(1)).toBeCloseTo(worth('experts', 1) * 0.5 ** (7 / 3), 4)
  expect(scoreOf(4)).toBeCloseTo(worth('routing', 4) * 0.5 ** (7 / 3), 4)
  expect(scoreOf(2)).toBe(0)
})

test.each([
  [9, 2],
  [10, 0],
])('beside %d papers with all words %d with some are shown', (all, some) => {
  const { ask } = corpusOf([...repeated('routing experts', all), 'routing', 'experts'])
  const { first, second } = ask('routing experts')
  expect([first.length, second.length]).toEqual([all, some])
})

test('without words all papers that meet the conditions are there, and none is ranked', () => {
  const { ask } = corpusOf(['routing', 'experts', 'codecs'])
  const asked = (query: string) => {
    const { first, second, ranked, conditions } = ask(query)
    return { first, second, ranked, conditions }
  }
  expect(asked('')).toEqual({ first: [0, 1, 2], second: [], ranked: false, conditions: [] })
  expect(asked('-experts')).toEqual({ first: [0, 2], second: [], ranked: false, conditions: ['-experts'] })
  expect(asked('nothing')).toEqual({ first: [], second: [], ranked: false, conditions: [] })
})

test('conditions leave papers out of both tiers', () => {
  const { ask } = corpusOf([
    'routing experts',
    'routing experts codecs',
    'routing codecs',
    'routing',
    'codecs',
  ])
  const { first, second, conditions, terms } = ask('routing experts -codecs')
  expect({ first, second }).toEqual({ first: [0], second: [3] })
  expect(conditions).toEqual(['-codecs'])
  expect(terms.map(({ term }) => term)).toEqual(['routing', 'experts'])
})

test('a phrase is a condition, and its words count one and a half times', () => {
  const { ask, worth } = corpusOf(['sparse experts routing', 'experts sparse routing', 'sparse experts'])
  const { first, second, scoreOf, highlights } = ask('routing "sparse experts"')
  expect({ first, second }).toEqual({ first: [0], second: [] })
  expect(scoreOf(0)).toBeCloseTo(worth('routing', 0) + 1.5 * (worth('sparse', 0) + worth('experts', 0)), 4)
  expect(highlights).toEqual({ stems: new Set([stemOf('routing')]), phrases: [['sparse', 'experts']] })
  const alone = ask('"sparse experts"')
  expect({ first: alone.first.toSorted(), ranked: alone.ranked }).toEqual({ first: [0, 2], ranked: true })
})

test('words of a field are a condition, and papers are ranked by them', () => {
  const { ask, worth } = corpusOf([
    'Routing: experts',
    'Codecs: routing',
    'Codecs: codecs',
    'Experts: routing',
  ])
  const both = ask('title:routing | title:codecs')
  expect(both.first.toSorted()).toEqual([0, 1, 2])
  expect(both.scoreOf(2)).toBeCloseTo(1.5 * worth('codecs', 2), 4)
  expect(both.highlights.phrases).toEqual([['routing'], ['codecs']])
  // A group of other things than texts is met or not.
  const mixed = ask('title:routing | has:code')
  expect({ ranked: mixed.ranked, phrases: mixed.highlights.phrases }).toEqual({ ranked: false, phrases: [] })
  const excluded = ask('-title:codecs')
  expect({ first: excluded.first, ranked: excluded.ranked }).toEqual({ first: [0, 3], ranked: false })
})

test('of alternatives one is enough, and each that is there counts', () => {
  const { ask, worth } = corpusOf(['routing', 'codecs', 'routing codecs', 'experts', 'sparse routing'])
  const { first, second, scoreOf, terms, highlights } = ask('routing | codecs')
  expect({ first: first.toSorted(), second }).toEqual({ first: [0, 1, 2, 4], second: [] })
  expect(scoreOf(2)).toBeCloseTo(worth('routing', 2) + worth('codecs', 2), 4)
  expect(terms.map(({ term, isAlternative }) => [term, isAlternative])).toEqual([
    ['routing', true],
    ['codecs', true],
  ])
  expect(highlights.stems).toEqual(new Set(['rout', 'codec']))
  // Together they are one of two conditions.
  const more = ask('routing | codecs sparse')
  expect({ first: more.first, second: more.second.toSorted() }).toEqual({ first: [4], second: [0, 1, 2] })
  expect(more.scoreOf(1)).toBeCloseTo(worth('codecs', 1) * 0.5 ** (7 / 3), 4)
  expect(more.terms.map(({ term, isAlternative }) => [term, isAlternative])).toEqual([
    ['sparse', false],
    ['routing', true],
    ['codecs', true],
  ])
})

test('a phrase among alternatives is looked for word for word', () => {
  const { ask, worth } = corpusOf(['sparse experts', 'experts sparse', 'codecs', 'experts'])
  const { first, scoreOf, conditions, highlights } = ask('"sparse experts" | codecs')
  expect(first.toSorted()).toEqual([0, 2])
  expect(scoreOf(0)).toBeCloseTo(1.5 * (worth('sparse', 0) + worth('experts', 0)), 4)
  expect(scoreOf(1)).toBe(0)
  expect(conditions).toEqual(['"sparse experts"'])
  expect(highlights.phrases).toEqual([['sparse', 'experts']])
})

test('common words beside others are no condition, but alone they are', () => {
  const { ask } = corpusOf(['The routing: experts', 'Experts: routing', 'The experts: codecs'])
  expect(ask('the routing')).toMatchObject({ first: [0, 1], second: [] })
  expect(ask('the')).toMatchObject({ first: [0, 2], second: [] })
})

const LONG = { short: 'moe', long: ['mixture', 'of', 'experts'], papers: 2 }

test('papers that write out an acronym have it, for half of what its words are worth', () => {
  const { ask, worth } = corpusOf(
    ['moe routing', 'a mixture of experts', 'experts', 'mixture', 'moe, a mixture of experts'],
    { acronyms: [LONG] },
  )
  const { first, second, scoreOf, terms, highlights } = ask('moe')
  expect({ first: first.toSorted(), second }).toEqual({ first: [0, 1, 4], second: [] })
  expect(scoreOf(1)).toBeCloseTo(0.25 * (worth('mixture', 1) + worth('experts', 1)), 4)
  expect(scoreOf(4)).toBeCloseTo(worth('moe', 4), 4)
  expect(scoreOf(2)).toBe(0)
  expect(terms[0]?.acronym).toEqual({ boost: 0.25, stems: ['mixtur', 'expert'], words: 1, of: LONG })
  expect(highlights.stems).toEqual(new Set(['moe', 'mixtur', 'expert']))
})

test('papers that write the acronym alone have each of its words, for a share of what it is worth', () => {
  const { ask, worth } = corpusOf(['moe', 'mixture of experts', 'experts', 'mixture'], { acronyms: [LONG] })
  const { first, second, scoreOf } = ask('mixture of experts')
  expect({ first: first.toSorted(), second: second.toSorted() }).toEqual({ first: [0, 1], second: [2, 3] })
  // Each of the two words that tell gives a sixth, as there are three.
  expect(scoreOf(0)).toBeCloseTo((2 / 6) * worth('moe', 0), 4)
})

test('papers that write a word with a hyphen have it, too, but not those that have its parts elsewhere', () => {
  const { ask, worth } = corpusOf(
    ['multiagent', 'multi-agent', 'agent of multi', 'multi', 'multiagent multi-agent'],
    {
      compounds: ['multi-agent'],
    },
  )
  const { first, scoreOf, terms, highlights } = ask('multiagent')
  expect(first.toSorted()).toEqual([0, 1, 4])
  expect(scoreOf(1)).toBeCloseTo((worth('multi', 1) + worth('agent', 1)) / 2, 4)
  expect(scoreOf(4)).toBeCloseTo(worth('multiagent', 4), 4)
  expect(scoreOf(2)).toBe(0)
  expect(terms[0]?.phrases).toEqual([['multi', 'agent']])
  expect(highlights.phrases).toEqual([['multi', 'agent']])
})

test('where very many papers have the parts of a word, having them is enough', () => {
  const texts = (others: number) => ['multiagent', 'multi agent', ...repeated('agent of multi', others)]
  const found = (others: number) =>
    corpusOf(texts(others), { compounds: ['multi-agent'] }).ask('multiagent').first.length
  expect(found(999)).toBe(2)
  expect(found(1_000)).toBe(1_002)
})

test.each(['multi agent', 'multi-agent', 'the multi agent', 'multi agent codecs'])(
  '%j finds what is written as one word',
  query => {
    const { ask } = corpusOf(['multiagent codecs', 'multi', 'multi-agent'], { compounds: ['multi-agent'] })
    expect(ask(query).first).toContain(0)
  },
)

test('two words that make a word parted elsewhere are not that word', () => {
  const { ask } = corpusOf(['multiagent', 'multia gent'], { compounds: ['multi-agent'] })
  expect(ask('multia gent')).toMatchObject({ first: [1], second: [] })
})

test('a word that nothing has is its two parts, wherever they stand next to each other', () => {
  const { ask, worth } = corpusOf(['the KV-cache', 'a kv cache', 'cache of kv', 'kv', 'kvc ache'])
  const { first, scoreOf, terms, corrections } = ask('kvcache')
  expect(first.toSorted()).toEqual([0, 1, 4])
  expect(scoreOf(0)).toBeCloseTo((worth('kv', 0) + worth('cache', 0)) / 2, 4)
  expect(scoreOf(4)).toBeCloseTo((worth('kvc', 4) + worth('ache', 4)) / 2, 4)
  expect(terms).toEqual([
    {
      ...{ term: 'kvcache', stems: [], guesses: [], isPrefix: true, isAlternative: false },
      phrases: [
        ['kv', 'cache'],
        ['kvc', 'ache'],
      ],
    },
  ])
  expect(corrections).toEqual([])
})

test('what a word was taken for is told once', () => {
  const { ask } = corpusOf(['verifiable rewards', 'codecs'], { words: ['verifiable', 'rewards', 'codecs'] })
  const { first, corrections, highlights } = ask('verifible -codecs verifible | codec')
  expect(corrections).toEqual([{ from: 'verifible', to: ['verifiable'] }])
  expect(first).toEqual([0])
  expect(highlights.stems.has(stemOf('verifiable'))).toBe(true)
  expect(ask('verifiable').corrections).toEqual([])
})

test('words in titles decide, in both tiers', () => {
  const { ask, worth } = corpusOf([
    'routing experts routing experts routing experts',
    'Routing experts: codecs',
    'Experts: codecs',
    'codecs experts experts experts',
  ])
  const { first, second, scoreOf } = ask('routing experts')
  expect({ first, second }).toEqual({ first: [1, 0], second: [2, 3] })
  expect(scoreOf(1)).toBeCloseTo(12.55 * (worth('routing', 1) + worth('experts', 1)), 3)
  expect(scoreOf(2)).toBeCloseTo((1 + 0.125 + 0.025) * worth('experts', 2) * 0.5 ** (7 / 3), 4)
})

test('a question that is written out lets papers lack words, and learns from its best answers', () => {
  const question = 'how do sparse experts route their tokens when many experts are there'
  const { ask } = corpusOf([
    'sparse experts route tokens by gating',
    'sparse experts route tokens by gating',
    'gating of sparse things',
    'sparse things of codecs',
    ...repeated('codecs of things', 200),
  ])
  const { first, second, scoreOf } = ask(question)
  // "many" is nowhere.
  expect(first).toEqual([])
  expect(second.slice(0, 4)).toEqual([0, 1, 2, 3])
  // Both have one word of the question, but one has another one of the best answers.
  expect(scoreOf(2)).toBeGreaterThan(1.05 * scoreOf(3))
})

test('an acronym of common words alone stands for itself', () => {
  const { ask } = corpusOf(['the who', 'tw'], {
    acronyms: [{ short: 'tw', long: ['the', 'who'], papers: 2 }],
  })
  expect(ask('tw')).toMatchObject({ first: [1], second: [] })
})
