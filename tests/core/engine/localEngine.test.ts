import fc from 'fast-check'
import { expect, test } from 'vitest'
import { localEngine } from '#core/engine/localEngine.ts'
import type { SearchRequest } from '#core/engine/methods/search.ts'
import type { CorpusPaper } from '#core/papers/manifest.ts'
import { withValue } from '#core/query/edit.ts'
import { CountedCorpus } from '../../fixtures/countedCorpus.ts'
import { digestEngine } from '../../fixtures/digest.ts'
import { paperWith } from '../../fixtures/paper.ts'
import { anyQueryText } from '../../fixtures/queries.ts'

const ask = (q: string, more: Partial<SearchRequest> = {}): SearchRequest => ({
  q,
  page: 1,
  pageSize: 50,
  ...more,
})

const titles = async (q: string, more: Partial<SearchRequest> = {}): Promise<string[]> =>
  (await digestEngine().search(ask(q, more))).hits.map(({ paper }) => paper.title)

const idsOf = async (q: string, page: number, pageSize: number) =>
  (await digestEngine().search({ q, page, pageSize })).hits.map(({ paper }) => paper.id)

test.each(['', 'token entropy', 'verifible rewards', 'theme:rlvr', 'zzzzzz'])(
  'all papers found for %j are those of its pages one after the other',
  async q => {
    const pages = await Promise.all([1, 2, 3, 4].map(page => idsOf(q, page, 13)))
    const ids = await digestEngine().list({ q })
    expect(ids).toEqual([...new Set(pages.flat())])
  },
)

test('papers are cited in the order asked for', async () => {
  const [first = '', second = ''] = await digestEngine().list({ q: '' })
  const file = await digestEngine().cite({
    ids: [second, first],
    format: 'csl',
    part: { first: true, last: true },
  })
  const cited = JSON.parse(file).map(({ title }: { title: string }) => title)
  expect(cited).toEqual((await titles('', { pageSize: 2 })).reverse())
})

test('without a query the newest come first and unknown dates last', async () => {
  const { hits, total, sort, ranked, partial } = await digestEngine().search(ask(''))
  expect({ total, sort, ranked, partial }).toEqual({
    total: 46,
    sort: 'newest',
    ranked: false,
    partial: null,
  })
  const days = hits.map(({ paper }) => paper.publishedAt ?? '')
  expect(days).toEqual([...days].sort().reverse())
})

test.each([
  ['verifible rewards entropy', 'Rethinking Entropy Interventions in RLVR: An Entropy Change Perspective'],
  ['tokneizer', 'Rethinking Tokenization: Crafting Better Tokenizers for Large Language Models'],
  [
    'mixture of recursions',
    'Mixture-of-Recursions: Learning Dynamic Recursive Depths for Adaptive Token-Level Computation',
  ],
  ['magic word', "What's the Magic Word? A Control Theory of LLM Prompting"],
  ['strawbery', 'StochasTok: Improving Fine-Grained Subword Understanding in LLMs'],
  [
    'attention sink audio',
    'Mitigating Attention Sinks and Massive Activations in Audio-Visual Speech Recognition with LLMS',
  ],
  [
    'sangmin bae',
    'Mixture-of-Recursions: Learning Dynamic Recursive Depths for Adaptive Token-Level Computation',
  ],
  [
    '2507.10524',
    'Mixture-of-Recursions: Learning Dynamic Recursive Depths for Adaptive Token-Level Computation',
  ],
  ['codec', 'FuseCodec: Semantic-Contextual Fusion and Supervision for Neural Codecs'],
])('%s finds the paper meant', async (q, title) => {
  expect((await titles(q))[0]).toBe(title)
})

test('the word still being typed finds what begins so, and a filter behind it does not finish it', async () => {
  const title =
    'Hierarchical Autoregressive Transformers: Combining Byte- and Word-Level Processing for Robust, Adaptable Language Models'
  for (const q of ['hierarchical autoregr', 'hierarchical autoregr theme:tokenization -has:code']) {
    const { hits, inFirstTier } = await digestEngine().search(ask(q))
    expect({ q, inFirstTier, first: hits[0]?.paper.title }).toEqual({ q, inFirstTier: 1, first: title })
  }
})

test.each([
  ['kvcache', 'KV-cache'],
  ['kv-cache', 'KV-cache'],
  ['kv-cache', 'kvcache'],
  ['kv cache', 'KV-cache'],
  ['gpt4o', 'GPT-4o'],
])('%s finds what is written %s', async (q, written) => {
  const corpus = new CountedCorpus({ themes: [], segments: [] })
  const engine = localEngine(corpus)
  corpus.addSegment([
    paperWith({ id: 'sought', title: `On the ${written} of models` }),
    paperWith({ id: 'other', title: 'Nothing of the kind, but a cache and a model' }),
  ])
  const { hits, inFirstTier, corrections } = await engine.search(ask(q))
  expect({ first: hits[0]?.paper.id, inFirstTier, corrections }).toEqual({
    first: 'sought',
    inFirstTier: 1,
    corrections: [],
  })
  expect(hits[0]?.marks.title.length).toBeGreaterThan(0)
})

test('a hyphenated word among alternatives asks for all its parts', async () => {
  const corpus = new CountedCorpus({ themes: [], segments: [] })
  const engine = localEngine(corpus)
  corpus.addSegment([
    paperWith({ id: 'both', title: 'The KV-cache' }),
    paperWith({ id: 'half', title: 'A cache of web pages' }),
    paperWith({ id: 'other', title: 'A codec' }),
  ])
  const { hits } = await engine.search(ask('kv-cache | codec'))
  expect(hits.map(({ paper }) => paper.id).sort()).toEqual(['both', 'other'])
})

test('either side of an acronym finds the other', async () => {
  const corpus = new CountedCorpus({ themes: [], segments: [] })
  const engine = localEngine(corpus)
  corpus.addSegment([
    paperWith({ id: 'defines', abstract: 'Reinforcement Learning with Verifiable Rewards (RLVR) at work.' }),
    paperWith({ id: 'short', abstract: 'RLVR again.' }),
    paperWith({ id: 'long', abstract: 'Learning by reinforcement with a verifiable reward.' }),
    paperWith({ id: 'neither', abstract: 'Learning to plan.' }),
  ])
  const first = async (q: string) => {
    const { hits, inFirstTier } = await engine.search(ask(q))
    return hits
      .slice(0, inFirstTier)
      .map(({ paper }) => paper.id)
      .sort()
  }
  expect(await first('rlvr')).toEqual(['defines', 'long', 'short'])
  expect(await first('reinforcement learning with verifiable rewards')).toEqual(['defines', 'long', 'short'])
})

test('papers with some of the words follow those with all, and are marked', async () => {
  const { hits, inFirstTier, total } = await digestEngine().search(ask('verifiable entropy collapse'))
  expect(inFirstTier).toBeGreaterThan(0)
  expect(total).toBeGreaterThan(inFirstTier)
  expect(hits.map(({ tier }) => tier)).toEqual(hits.map((_, at) => (at < inFirstTier ? 1 : 2)))
  // What is asked strictly binds the second tier as well.
  const strict = await digestEngine().search(ask('verifiable collapse "entropy collapse"'))
  for (const { paper } of strict.hits) expect(`${paper.title} ${paper.abstract}`).toMatch(/entropy collapse/i)
})

test('the count beside a theme is what a click on it gives', async () => {
  const engine = digestEngine()
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(
        '',
        'rew',
        'token',
        'policy opt',
        'reasoning has:code',
        'attention -vision',
        '"language models"',
      ),
      async q => {
        for (const { value, count } of (await engine.search(ask(q))).facets.theme.values) {
          const clicked = await engine.search(ask(withValue(q, 'theme', value, 'included')))
          expect({ q, value, count: clicked.inFirstTier || clicked.total }).toEqual({ q, value, count })
        }
      },
    ),
    { numRuns: 7 },
  )
})

test('a corrected word is told, an existing one is left alone', async () => {
  expect((await digestEngine().search(ask('verifible'))).corrections).toEqual([
    { from: 'verifible', to: ['verifiable'] },
  ])
  expect((await digestEngine().search(ask('GRPO'))).corrections).toEqual([])
})

test('an exclusion takes away no more than it says', async () => {
  const all = await titles('policy')
  const without = await titles('policy -vision')
  const taken = all.filter(title => !without.includes(title))
  expect(without.length).toBeGreaterThan(0)
  const texts = (await digestEngine().search(ask('policy'))).hits.filter(({ paper }) =>
    taken.includes(paper.title),
  )
  for (const { paper } of texts) expect(`${paper.title} ${paper.abstract}`).toMatch(/\bvision\b/i)
})

test('counts of a facet ignore its own filter and heed all others', async () => {
  const engine = digestEngine()
  const count = async (q: string, theme: string) =>
    (await engine.search(ask(q))).facets.theme.values.find(({ value }) => value === theme)?.count ?? 0
  const total = async (q: string) => (await engine.search(ask(q))).total
  expect(await count('theme:rlvr', 'kv-cache')).toBe(await count('', 'kv-cache'))
  expect(await count('theme:rlvr has:code', 'kv-cache')).toBe(await total('theme:kv-cache has:code'))
  expect(await count('-theme:moe', 'rlvr')).toBe(await total('theme:rlvr -theme:moe'))
  expect(await total('theme:rlvr,kv-cache')).toBe(
    (await total('theme:rlvr')) + (await total('theme:kv-cache')),
  )
})

test('most discussed first', async () => {
  const { hits } = await digestEngine().search(ask('', { sort: 'discussed' }))
  const comments = hits.map(({ paper }) => paper.comments ?? -1)
  expect(comments[0]).toBe(7)
  expect(comments).toEqual([...comments].sort((a, b) => b - a))
})

test('marks lie on what matched, in the text as shown', async () => {
  const { hits } = await digestEngine().search(ask('verifible "entropy collapse"'))
  const [hit] = hits
  const marked = hit?.marks.abstract.map(({ start, end }) => hit.paper.abstract?.slice(start, end))
  expect(marked).toContain('Verifiable')
  expect(marked).toContain('entropy collapse')
})

test('a page behind the last is answered with the last', async () => {
  const { page, pages, hits } = await digestEngine().search(ask('', { page: 99, pageSize: 20 }))
  expect({ page, pages, shown: hits.length }).toEqual({ page: 3, pages: 3, shown: 6 })
})

test('a paper knows its neighbours in the list it was opened from', async () => {
  const engine = digestEngine()
  const list = await titles('theme:kv-cache')
  const { hits } = await engine.search(ask('theme:kv-cache'))
  const answer = await engine.paper({ id: hits[1]?.paper.id ?? '', within: { q: 'theme:kv-cache' } })
  expect(answer).toMatchObject({
    status: 'found',
    place: { index: 1, total: 3, previous: { title: list[0] }, next: { title: list[2] } },
  })
  expect(await engine.paper({ id: hits[1]?.paper.id ?? '', within: { q: 'theme:moe' } })).not.toHaveProperty(
    'place',
  )
})

test('a former id finds the paper; an unknown one those that resemble it', async () => {
  const engine = digestEngine()
  const former = 'prophy-progressive-physical-alignment-for-dynamic-world-simulation'
  expect(await engine.paper({ id: former, within: { q: '' } })).toMatchObject({
    status: 'found',
    paper: { id: '2512.05564' },
  })
  for (const id of ['__proto__', 'constructor', '', '../x']) {
    expect(await engine.paper({ id: id, within: { q: '' } }), id).toMatchObject({ status: 'unknown' })
  }
  const answer = await engine.paper({ id: 'rethinking-entropy', within: { q: '' } })
  expect(answer).toMatchObject({ status: 'unknown' })
  expect(answer.status === 'unknown' && answer.similar[0]?.title).toMatch(/^Rethinking Entropy/)
})

test('a call that was given up is not answered', async () => {
  await expect(digestEngine().search(ask('token'), AbortSignal.abort(new Error('given up')))).rejects.toThrow(
    'given up',
  )
})

test('an answer from a part of the corpus says so', async () => {
  const outline = { themes: [], segments: [entry('2025-02'), entry('2025-01')] }
  const corpus = new CountedCorpus(outline)
  const engine = localEngine(corpus)
  corpus.addSegment([paperWith({ id: 'newer' })])
  expect((await engine.search(ask(''))).partial).toEqual({ segments: 1, ofSegments: 2, missing: [] })
  corpus.addSegment([paperWith({ id: 'older' })])
  expect((await engine.search(ask(''))).partial).toBeNull()
})

test('ties are always in the same order', async () => {
  const papers = Array.from({ length: 20 }, (_, i) => paperWith({ id: `p${i}`, title: 'Same words' }))
  const order = async (papers: CorpusPaper[]) => {
    const corpus = new CountedCorpus({ themes: [], segments: [] })
    const engine = localEngine(corpus)
    corpus.addSegment(papers)
    return (await engine.search(ask('same'))).hits.map(({ paper }) => paper.id)
  }
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(papers, { minLength: 20 }), async shuffled => {
      expect(await order(shuffled)).toEqual(await order(papers))
    }),
    { numRuns: 20 },
  )
})

test('any text is answered [row 37]', async () => {
  const engine = digestEngine()
  await fc.assert(
    fc.asyncProperty(anyQueryText, async q => {
      const { hits, total } = await engine.search(ask(q, { pageSize: 5 }))
      expect(hits.length).toBe(Math.min(5, total))
      for (const { paper, marks } of hits) {
        for (const { start, end } of marks.title) expect(paper.title.slice(start, end)).not.toBe('')
      }
    }),
    { numRuns: 300 },
  )
})

const entry = (month: string) => ({ period: month, file: `${month}.json`, papers: 1, bytes: 1, sha256: '' })
