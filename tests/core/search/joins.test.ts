import { expect, test } from 'vitest'
import { LocalEngine } from '#core/localEngine.ts'
import { countJoins, JoinTable, joinsOf } from '#core/search/joins.ts'
import { countWords } from '#core/search/lexicon.ts'
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
  expect(Object.fromEntries(countJoins(papers))).toEqual({
    'multi-agent': 4,
    'state-of-the-art': 1,
    're-ranked': 1,
    'pre-training': 1,
  })
})

test('chooses what is written both ways, and by more than one paper with a hyphen', () => {
  expect(joinsOf(countJoins(papers), countWords(papers))).toEqual(['multi-agent'])
  const counts = new Map([
    ['pre-train', 5],
    ['pret-rain', 2],
    ['a-b', 9],
  ])
  expect(joinsOf(counts, new Map([...['pretrain', 'ab'].map(word => [word, 1] as const)]))).toEqual([
    'pre-train',
  ])
  expect(new JoinTable(['state-of-the-art']).partsOf('stateoftheart')).toEqual(['state', 'of', 'the', 'art'])
})

test.each([
  ['multiagent', ['p0', 'p1', 'p2', 'p3', 'p4'], 5],
  ['multi-agent', ['p0', 'p1', 'p2', 'p3', 'p4', 'p5'], 6],
  ['multi agent', ['p0', 'p1', 'p2', 'p3', 'p4', 'p5'], 6],
])('%s finds what is written the other way', async (q, ids, total) => {
  const engine = new LocalEngine({ themes: [], segments: [] }, () => 0)
  engine.addSegment(papers)
  const answer = await engine.search({ q, page: 1, pageSize: 10 })
  expect(answer.inFirstTier).toBe(total)
  const found = answer.hits.filter(({ tier }) => tier === 1).map(({ paper }) => paper.id)
  expect(found.toSorted()).toEqual(ids.toSorted())
})

test('what is found so is marked and explained', async () => {
  const engine = new LocalEngine({ themes: [], segments: [] }, () => 0)
  engine.addSegment(papers)
  const { hits } = await engine.search({ q: 'multiagent', page: 1, pageSize: 10 })
  const hit = hits.find(({ paper }) => paper.id === 'p0')
  expect(hit?.marks.title).toEqual([{ start: 0, end: 11 }])
  const [reasons] = await engine.explain(['p0'], 'multiagent')
  expect(JSON.stringify(reasons)).toContain('Multi-agent')
})
