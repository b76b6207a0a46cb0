import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SearchEngine } from '#core/engine/engine.ts'
import { localEngine } from '#core/engine/localEngine.ts'
import type { CorpusPaper } from '#core/papers/manifest.ts'
import { parse } from '#core/query/parse.ts'
import { explain } from '#core/search/explain.ts'
import { describeReason, type Reason } from '#core/search/reasons.ts'
import { CountedCorpus } from '../../fixtures/countedCorpus.ts'
import { paperWith } from '../../fixtures/paper.ts'
import { anyQueryText } from '../../fixtures/queries.ts'
import { anyPapers } from '../../fixtures/texts.ts'

const THEMES = [
  { id: 'rlvr', label: 'RLVR', group: 'RL', about: '', query: 'rlvr | "verifiable rewards" | grpo' },
  { id: 'kv-cache', label: 'KV caching', group: 'Systems', about: '', query: '"kv cache" -training' },
]

function engineOver(papers: readonly CorpusPaper[]): SearchEngine {
  const corpus = new CountedCorpus({ themes: THEMES, segments: [1], newestDigest: '2025-12-11' })
  const engine = localEngine(corpus)
  corpus.addSegment(papers)
  return engine
}

/** Why the paper with these parts answers a query, beside papers that make words known. */
async function reasons(q: string, parts: Partial<CorpusPaper>): Promise<Reason[]> {
  const papers = [
    paperWith({ id: 'it', ...parts }),
    paperWith({
      id: 'p1',
      title: 'Verifiable rewards',
      abstract: 'Reinforcement Learning (RL) with a survey.',
    }),
    paperWith({ id: 'p2', title: 'Tokenization and recursion of codecs' }),
  ]
  const [found = []] = await engineOver(papers).explain({ ids: ['it'], q })
  return found
}

test('a word is told by how it stands in the paper, the closest way first', async () => {
  expect(await reasons('rewards', { title: 'Rewards, reward by reward', abstract: 'No REWARDS.' })).toEqual([
    { type: 'word', asked: 'rewards', kind: 'exact', found: ['Rewards'], in: ['title', 'abstract'] },
    { type: 'word', asked: 'rewards', kind: 'stem', found: ['reward'], in: ['title'] },
  ])
  expect(await reasons('verif', { abstract: 'On Verifiability.' })).toEqual([
    { type: 'word', asked: 'verif', kind: 'prefix', found: ['Verifiability'], in: ['abstract'] },
  ])
  expect(await reasons('verifible codec', { title: 'Verifiable codecs' })).toEqual([
    { type: 'word', asked: 'verifible', kind: 'fuzzy', found: ['Verifiable'], in: ['title'] },
    { type: 'word', asked: 'codec', kind: 'stem', found: ['codecs'], in: ['title'] },
  ])
})

test('names of people and organisations are parts of a paper', async () => {
  const parts = { authors: ['Ana Pérez'], organization: { name: 'Some Lab' } }
  expect(await reasons('perez lab', parts)).toMatchObject([
    { asked: 'perez', kind: 'exact', found: ['Pérez'], in: ['names'] },
    { asked: 'lab', kind: 'exact', found: ['Lab'], in: ['names'] },
  ])
  expect(await reasons('author:"Ana Perez"', parts)).toEqual([
    { type: 'phrase', asked: 'author:"Ana Perez"', found: ['Ana Pérez'], in: ['names'] },
  ])
})

test.each([
  ['KV-cache', 'exact'],
  ['KV cache', 'stem'],
])('a word written as two is found in %s, as %s', async (title, kind) => {
  expect(await reasons('kvcache', { title })).toEqual([
    { type: 'word', asked: 'kvcache', kind, found: [title], in: ['title'] },
  ])
})

test('the other side of an acronym is told with what it stands for', async () => {
  const parts = { abstract: 'Learning by reinforcement.' }
  const acronym = { type: 'acronym', short: 'rl', long: 'reinforcement learning' }
  expect(await reasons('rl', parts)).toEqual([
    { ...acronym, asked: 'rl', found: ['reinforcement', 'Learning'], in: ['abstract'] },
  ])
  expect(await reasons('reinforcement learning', { abstract: 'RL it is.' })).toEqual([
    { ...acronym, asked: 'reinforcement learning', found: ['RL'], in: ['abstract'] },
  ])
})

test('a paper that has a part of what an acronym stands for does not have the acronym', async () => {
  expect(await reasons('rl', { abstract: 'Learning only.' })).toEqual([{ type: 'missing', asked: 'rl' }])
})

test('common words are told where they stand in the title, and never missing', async () => {
  const rewards = { type: 'word', asked: 'rewards', kind: 'exact', found: ['rewards'] }
  expect(await reasons('with rewards', { title: 'With rewards', abstract: 'With us.' })).toEqual([
    { type: 'word', asked: 'with', kind: 'exact', found: ['With'], in: ['title'] },
    { ...rewards, in: ['title'] },
  ])
  expect(await reasons('with rewards', { abstract: 'Go with rewards.' })).toEqual([
    { ...rewards, in: ['abstract'] },
  ])
})

const RULES: Record<string, string> = {
  rlvr: 'rlvr | grpo',
  'kv-cache': '"kv cache"',
  ours: 'author:"ana perez" | grpo',
}

/** What a paper is said to meet of conditions, where all words of the query are conditions. */
function told(q: string, parts: Partial<CorpusPaper>): Reason[] {
  const ruleOf = (theme: string) => {
    const rule = RULES[theme]
    return rule === undefined ? undefined : parse(rule).query
  }
  const interpretation = { terms: [], conditions: [parse(q).query] }
  return explain(paperWith(parts), interpretation, { ruleOf, newestDigest: '2025-12-11' })
}

const CODECS = {
  title: 'Codecs of Perez',
  abstract: 'On KV caches: codecs, by grpo.',
  authors: ['PEREZ, Ana', 'Bo Codecs'],
  organization: { name: 'Pérez Lab' },
  codeUrls: ['https://example.org/code'],
  publishedAt: '2025-12-01',
  listedOn: ['2025-12-10'],
}

test.each([
  ['title:codecs', [{ type: 'phrase', asked: 'title:codecs', found: ['Codecs'], in: ['title'] }]],
  ['abstract:codecs', [{ type: 'phrase', asked: 'abstract:codecs', found: ['codecs'], in: ['abstract'] }]],
  ['author:perez', [{ type: 'phrase', asked: 'author:perez', found: ['PEREZ'], in: ['names'] }]],
  ['org:perez', [{ type: 'phrase', asked: 'org:perez', found: ['Pérez'], in: ['names'] }]],
  ['"perez"', [{ type: 'phrase', asked: '"perez"', found: ['Perez', 'Pérez'], in: ['title', 'names'] }]],
  ['"kv caches"', [{ type: 'phrase', asked: '"kv caches"', found: ['KV caches'], in: ['abstract'] }]],
  ['has:code', [{ type: 'condition', query: 'has:code' }]],
  ['year:2025', [{ type: 'condition', query: 'year:2025' }]],
  ['last:7d', [{ type: 'condition', query: 'last:7d' }]],
  ['-title:tokens', [{ type: 'condition', query: '-title:tokens' }]],
  ['has:comments', []],
  ['title:caches', []],
  ['', []],
  [
    'has:code title:codecs -survey',
    [
      { type: 'condition', query: 'has:code' },
      { type: 'phrase', asked: 'title:codecs', found: ['Codecs'], in: ['title'] },
      { type: 'condition', query: '-survey' },
    ],
  ],
  // Of alternatives those that are met, and of all conditions none where one is not.
  [
    'title:none | abstract:grpo | year:2024 | has:code',
    [
      { type: 'phrase', asked: 'abstract:grpo', found: ['grpo'], in: ['abstract'] },
      { type: 'condition', query: 'has:code' },
    ],
  ],
  ['has:code title:none', []],
])('of the conditions %j those that the paper meets are told by what meets them', (q, expected) => {
  expect(told(q, CODECS)).toEqual(expected)
})

test.each([
  [
    'title:"multi agent"',
    'Multi-agent play',
    { type: 'phrase', asked: 'title:"multi agent"', found: ['Multi-agent'], in: ['title'] },
  ],
  ['title:multi-agent', 'Multiagent play', { type: 'condition', query: 'title:multi-agent' }],
])('hyphens do not decide whether %s is met by %s, but whether it is found there', (q, title, expected) => {
  expect(told(q, { title })).toEqual([expected])
})

test.each([
  // Who wrote a paper says nothing of what it is about, unless the rule asks for it.
  [
    'theme:rlvr',
    { themes: ['rlvr'], title: 'GRPO', authors: ['Grpo Lee'] },
    [{ type: 'theme', theme: 'rlvr', found: ['GRPO'], in: ['title'] }],
  ],
  [
    'theme:ours',
    { themes: ['ours'], authors: ['Ana Pérez', 'Grpo Lee'] },
    [{ type: 'theme', theme: 'ours', found: ['Ana Pérez'], in: ['names'] }],
  ],
  // Of several themes those that the paper belongs to, whatever it says.
  [
    'theme:kv-cache,rlvr',
    { themes: ['rlvr'], title: 'GRPO with a KV cache' },
    [{ type: 'theme', theme: 'rlvr', found: ['GRPO'], in: ['title'] }],
  ],
  // A theme that there is no longer.
  ['theme:gone', { themes: ['gone'], title: 'GRPO' }, []],
  ['-theme:rlvr', { themes: [], title: 'GRPO' }, [{ type: 'condition', query: '-theme:rlvr' }]],
])('%s is told by the words of its rule that %o has', (q, parts, expected) => {
  expect(told(q, parts)).toEqual(expected)
})

test('a theme is told by the words that meet its rule', async () => {
  const parts = { themes: ['rlvr', 'kv-cache'], abstract: 'GRPO and a KV cache.' }
  expect(await reasons('theme:rlvr,moe -survey', parts)).toEqual([
    { type: 'theme', theme: 'rlvr', found: ['GRPO'], in: ['abstract'] },
    { type: 'condition', query: '-survey' },
  ])
  expect(await reasons('theme:kv-cache', parts)).toEqual([
    { type: 'theme', theme: 'kv-cache', found: ['KV cache'], in: ['abstract'] },
  ])
})

test('under a theme the words that meet its rule are marked where they stand, and no others', async () => {
  const themes = [{ ...THEMES[0], id: 'it', query: '(token title:pruning) | title:codec | "kv cache"' }]
  const corpus = new CountedCorpus({ themes: themes as typeof THEMES, segments: [1] })
  const engine = localEngine(corpus)
  corpus.addSegment([
    paperWith({ themes: ['it'], title: 'Token codecs', abstract: 'A codec and its KV-cache. A token.' }),
  ])
  const marked = async (q: string) => {
    const { hits } = await engine.search({ q, page: 1, pageSize: 1 })
    return hits.flatMap(({ paper, marks }) => [
      ...marks.title.map(({ start, end }) => paper.title.slice(start, end)),
      ...marks.abstract.map(({ start, end }) => paper.abstract?.slice(start, end)),
    ])
  }
  expect(await marked('theme:it')).toEqual(['KV-cache'])
  expect(await marked('theme:it codecs')).toEqual(['codecs', 'codec', 'KV-cache'])
  expect(await marked('-theme:other')).toEqual([])
  expect(await engine.explain({ ids: ['a-paper'], q: 'theme:it' })).toEqual([
    [{ type: 'theme', theme: 'it', found: ['KV-cache'], in: ['abstract'] }],
  ])
})

test('of alternatives those that are there are told; a word that is not is missing', async () => {
  expect(await reasons('rewards | codec | "no such"', { title: 'Codecs' })).toEqual([
    { type: 'word', asked: 'codec', kind: 'stem', found: ['Codecs'], in: ['title'] },
  ])
  expect(await reasons('rewards survey', { title: 'Rewards' })).toMatchObject([
    { type: 'word', asked: 'rewards' },
    { type: 'missing', asked: 'survey' },
  ])
})

test('nothing asked, nothing to explain; an unknown id has no reasons', async () => {
  expect(await reasons('', {})).toEqual([])
  expect(await engineOver([paperWith({ id: 'it' })]).explain({ ids: ['other'], q: 'x' })).toEqual([[]])
})

test('papers with all words lack none, and those with some do', async () => {
  const words = fc.array(
    fc.constantFrom('token', 'entropy', 'rewrad', 'gpt-4o', 'modell', 'naive', 'policy'),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  await fc.assert(
    fc.asyncProperty(anyPapers(12), words, async (papers, asked) => {
      const q = `${asked.join(' ')} `
      const engine = engineOver(papers)
      const { hits } = await engine.search({ q, page: 1, pageSize: 20 })
      const explained = await engine.explain({ ids: hits.map(({ paper }) => paper.id), q })
      for (const [at, { tier }] of hits.entries()) {
        expect(explained[at]?.some(({ type }) => type === 'missing')).toBe(tier === 2)
      }
    }),
  )
})

test('whatever is asked, each paper found has a reason that can be said', async () => {
  await fc.assert(
    fc.asyncProperty(anyPapers(6), anyQueryText, async (papers, q) => {
      const engine = engineOver(papers)
      const { hits, ranked } = await engine.search({ q, page: 1, pageSize: 20 })
      const explained = await engine.explain({ ids: hits.map(({ paper }) => paper.id), q })
      for (const reasons of explained) {
        if (ranked) expect(reasons.length).toBeGreaterThan(0)
        for (const reason of reasons) expect(describeReason(reason)).not.toMatch(/undefined|in the $|: {2}/)
      }
    }),
  )
})
