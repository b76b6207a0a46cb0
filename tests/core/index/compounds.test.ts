import { expect, test } from 'vitest'
import { localEngine } from '#core/engine/localEngine.ts'
import { CompoundTable, compoundsOf, countCompounds } from '#core/index/compounds.ts'
import { countWords } from '#core/index/lexicon.ts'
import { CountedCorpus } from '../../fixtures/countedCorpus.ts'
import { paperWith } from '../../fixtures/paper.ts'

const papers = [
  'Multi-agent planning',
  'A multi-agent, state-of-the-art approach',
  'The Multi-Agent way, re-ranked',
  'Multiagent debate is the stateoftheart',
  'Agents of a state of the art, twice multi-agent: multi-agent',
  'Multi objective work of an agent, pre-training once',
  'On pretraining',
].map((title, i) => paperWith({ id: `p${i}`, title }))

test('counts papers by the hyphenated words in them', () => {
  expect(Object.fromEntries(countCompounds(papers))).toEqual({
    'multi-agent': 4,
    'state-of-the-art': 1,
    're-ranked': 1,
    'pre-training': 1,
  })
})

test('an abstract counts as its title does, and both together once', () => {
  const counts = countCompounds([
    paperWith({ title: 'Multi-agent planning', abstract: 'A multi\u2010agent plan, re\u2011ranked.' }),
    paperWith({ title: 'Planning', abstract: 'Multi-agent.' }),
  ])
  expect([...counts]).toEqual([
    ['multi-agent', 2],
    ['re-ranked', 1],
  ])
})

test('papers are added to those that were counted before', () => {
  const counts = new Map([
    ['multi-agent', 4],
    ['pre-train', 1],
  ])
  expect(countCompounds([paperWith({ title: 'Multi-agent, multi-modal' })], counts)).toBe(counts)
  expect([...counts]).toEqual([
    ['multi-agent', 5],
    ['pre-train', 1],
    ['multi-modal', 1],
  ])
})

const chosenOf = (counts: Record<string, number>, words: string) =>
  compoundsOf(new Map(Object.entries(counts)), new Map(words.split(' ').map(word => [word, 1])))

test('chooses what is written both ways, and by more than one paper with a hyphen', () => {
  expect(compoundsOf(countCompounds(papers), countWords(papers))).toEqual(['multi-agent'])
})

test.each([
  ['words in the order of their letters', { 're-rank': 3, 'multi-agent': 2 }, ['multi-agent', 're-rank']],
  ['what two papers write with a hyphen', { 'multi-agent': 2 }, ['multi-agent']],
  ['not what one paper writes so', { 'multi-agent': 1 }, []],
  ['not what nobody writes without', { 'multi-modal': 9 }, []],
  ['five letters', { 'k-nets': 2 }, ['k-nets']],
  ['not four', { 'k-net': 9 }, []],
  ['the most frequent way to part a word', { 'r-erank': 2, 're-rank': 5, 'rer-ank': 4 }, ['re-rank']],
  ['of equally frequent ways the first', { 're-rank': 2, 'r-erank': 2 }, ['r-erank']],
  ['that one in whatever order they are counted', { 'r-erank': 2, 're-rank': 2 }, ['r-erank']],
])('chooses %s', (_, counts, chosen) => {
  expect(chosenOf(counts, 'rerank multiagent knets knet')).toEqual(chosen)
})

test('of more than three thousand words the most frequent are chosen, and of equally frequent the first', () => {
  const joins = Array.from({ length: 3_001 }, (_, i) => `word-${String(i).padStart(4, '0')}`)
  const words = joins.map(join => join.replace('-', '')).join(' ')
  const counts = Object.fromEntries(joins.toReversed().map(join => [join, 3]))
  expect(chosenOf(counts, words).join(' ')).toBe(joins.slice(0, -1).join(' '))
  expect(chosenOf({ ...counts, 'word-0000': 2 }, words).join(' ')).toBe(joins.slice(1).join(' '))
})

test('a table tells the parts of what it holds, and of nothing else', () => {
  const table = new CompoundTable(['state-of-the-art', 'multi-agent'])
  expect(table.partsOf('stateoftheart')).toEqual(['state', 'of', 'the', 'art'])
  expect(table.partsOf('multiagent')).toEqual(['multi', 'agent'])
  expect(table.partsOf('multi-agent')).toBeUndefined()
  expect(table.partsOf('multi')).toBeUndefined()
})

test.each([
  ['multiagent', ['p0', 'p1', 'p2', 'p3', 'p4'], 5],
  ['multi-agent', ['p0', 'p1', 'p2', 'p3', 'p4', 'p5'], 6],
  ['multi agent', ['p0', 'p1', 'p2', 'p3', 'p4', 'p5'], 6],
])('%s finds what is written the other way', async (q, ids, total) => {
  const corpus = new CountedCorpus({ themes: [], segments: [] })
  const engine = localEngine(corpus)
  corpus.addSegment(papers)
  const answer = await engine.search({ q, page: 1, pageSize: 10 })
  expect(answer.inFirstTier).toBe(total)
  const found = answer.hits.filter(({ tier }) => tier === 1).map(({ paper }) => paper.id)
  expect(found.toSorted()).toEqual(ids.toSorted())
})

test('what is found so is marked and explained', async () => {
  const corpus = new CountedCorpus({ themes: [], segments: [] })
  const engine = localEngine(corpus)
  corpus.addSegment(papers)
  const { hits } = await engine.search({ q: 'multiagent', page: 1, pageSize: 10 })
  const hit = hits.find(({ paper }) => paper.id === 'p0')
  expect(hit?.marks.title).toEqual([{ start: 0, end: 11 }])
  const [reasons] = await engine.explain({ ids: ['p0'], q: 'multiagent' })
  expect(JSON.stringify(reasons)).toContain('Multi-agent')
})
