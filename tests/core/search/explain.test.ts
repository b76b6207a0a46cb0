import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LocalEngine } from '#core/localEngine.ts'
import type { CorpusPaper } from '#core/manifest.ts'
import { type Reason, reasonInWords } from '#core/reasons.ts'
import { paperWith } from '../../fixtures/paper.ts'
import { anyQueryText } from '../../fixtures/queries.ts'
import { anyPapers } from '../../fixtures/texts.ts'

const THEMES = [
  { id: 'rlvr', label: 'RLVR', group: 'RL', about: '', query: 'rlvr | "verifiable rewards" | grpo' },
  { id: 'kv-cache', label: 'KV caching', group: 'Systems', about: '', query: '"kv cache" -training' },
]

function engineOver(papers: readonly CorpusPaper[]): LocalEngine {
  const engine = new LocalEngine({ themes: THEMES, segments: [1], newestDigest: '2025-12-11' }, () => 0)
  engine.addSegment(papers)
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
  const [found = []] = await engineOver(papers).explain(['it'], q)
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

test.each(['KV-cache', 'KV cache'])('a word written as two is found in %s', async title => {
  expect(await reasons('kvcache', { title })).toMatchObject([
    { asked: 'kvcache', found: [title], in: ['title'] },
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
  const engine = new LocalEngine({ themes: themes as typeof THEMES, segments: [1] }, () => 0)
  engine.addSegment([
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
  expect(await engine.explain(['a-paper'], 'theme:it')).toEqual([
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
  expect(await engineOver([paperWith({ id: 'it' })]).explain(['other'], 'x')).toEqual([[]])
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
      const explained = await engine.explain(
        hits.map(({ paper }) => paper.id),
        q,
      )
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
      const explained = await engine.explain(
        hits.map(({ paper }) => paper.id),
        q,
      )
      for (const reasons of explained) {
        if (ranked) expect(reasons.length).toBeGreaterThan(0)
        for (const reason of reasons) expect(reasonInWords(reason)).not.toMatch(/undefined|in the $|: {2}/)
      }
    }),
  )
})
