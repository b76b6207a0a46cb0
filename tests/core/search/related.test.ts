import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SearchEngine } from '#core/engine/engine.ts'
import type { LoadedCorpus } from '#core/engine/loadedCorpus.ts'
import { localEngine } from '#core/engine/localEngine.ts'
import type { CorpusPaper } from '#core/papers/manifest.ts'
import { describeCommon } from '#core/search/related.ts'
import { CountedCorpus } from '../../fixtures/countedCorpus.ts'
import { paperWith } from '../../fixtures/paper.ts'
import { anyPapers } from '../../fixtures/texts.ts'

function corpusOf(...segments: (readonly CorpusPaper[])[]): LoadedCorpus {
  const corpus = new CountedCorpus({ themes: [], segments: [] })
  for (const papers of segments) corpus.addSegment(papers)
  return corpus
}

const engineOver = (...segments: (readonly CorpusPaper[])[]): SearchEngine =>
  localEngine(corpusOf(...segments))

const idsRelatedTo = async (engine: SearchEngine, id: string): Promise<string[]> =>
  (await engine.related({ id })).map(({ id }) => id)

const GRADIENTS = paperWith({
  id: 'gradients',
  aliases: ['policy-gradients'],
  title: 'Policy Gradients with an Entropy Bonus',
  abstract: 'We study a policy gradient whose entropy is kept high. The policy gradient needs no critic.',
  themes: ['rl', 'theory'],
})
const COLLAPSE = paperWith({
  id: 'collapse',
  title: 'Why Entropy Collapses',
  abstract: "Under the policy-gradient, a model's entropy falls until nothing is explored.",
  publishedAt: '2025-03-04',
  publishedYearInferred: true,
  themes: ['rl'],
})
const CRITICS = paperWith({
  id: 'critics',
  title: 'Learned Critics',
  abstract: 'A critic is learned from returns.',
  themes: ['rl'],
})
const UNTOLD = paperWith({ id: 'untold', title: 'Entropy and the Policy Gradient' })
/** They have nothing but stop words in common. */
const TOPICS =
  'bread violins glaciers harbours beetles lanterns orchards kites maps clocks bridges wool salt rivers owls tea'
const OTHERS = TOPICS.split(' ').map(topic =>
  paperWith({ id: topic, title: `On ${topic}`, abstract: `What is it with the ${topic}?` }),
)
const ALL = [GRADIENTS, COLLAPSE, CRITICS, UNTOLD, ...OTHERS]

test('the closest papers come first, each with what it has in common', async () => {
  expect(await engineOver(ALL).related({ id: 'gradients' })).toEqual([
    { id: 'untold', title: UNTOLD.title, words: ['policy gradient', 'entropy'] },
    {
      ...{ id: 'collapse', title: COLLAPSE.title, publishedAt: '2025-03-04', publishedYearInferred: true },
      ...{ words: ['policy gradient', 'entropy'], theme: 'rl' },
    },
    // One word is said; it is the theme that relates them.
    { id: 'critics', title: CRITICS.title, words: ['critic'], theme: 'rl' },
  ])
})

test('a paper is known by its former id, and without an abstract by its title', async () => {
  expect(await idsRelatedTo(engineOver(ALL), 'policy-gradients')).toEqual(['untold', 'collapse', 'critics'])
  expect(await idsRelatedTo(engineOver(ALL), 'untold')).toEqual(['gradients'])
})

test('where nothing is in common, nothing is related', async () => {
  expect(await engineOver(ALL).related({ id: 'bread' })).toEqual([])
  expect(await engineOver([GRADIENTS]).related({ id: 'gradients' })).toEqual([])
  expect(await engineOver(ALL).related({ id: 'nobody' })).toEqual([])
  expect(await engineOver().related({ id: 'gradients' })).toEqual([])
})

test('a paper that stands there twice leads to its double, not to itself', async () => {
  const double = { ...GRADIENTS, id: 'double', aliases: [] }
  const engine = engineOver([...ALL, double])
  expect((await idsRelatedTo(engine, 'gradients'))[0]).toBe('double')
  expect((await idsRelatedTo(engine, 'double'))[0]).toBe('gradients')
})

test('papers that come later are found as if they had always been there', async () => {
  const corpus = corpusOf([GRADIENTS, ...OTHERS])
  const engine = localEngine(corpus)
  expect(await engine.related({ id: 'gradients' })).toEqual([])
  corpus.addSegment([COLLAPSE, CRITICS, UNTOLD])
  expect(await engine.related({ id: 'gradients' })).toEqual(
    await engineOver(ALL).related({ id: 'gradients' }),
  )
})

test('a call that was given up is not answered', async () => {
  const gone = AbortSignal.abort(new Error('gone'))
  await expect(engineOver(ALL).related({ id: 'gradients' }, gone)).rejects.toThrow('gone')
})

test('in words', () => {
  const nameOf = (_: string, id: string) => (id === 'rlvr' ? 'RLVR' : undefined)
  expect(describeCommon({ words: ['policy gradient', 'entropy'], theme: 'rlvr' }, nameOf)).toBe(
    '“policy gradient”, “entropy” · theme RLVR',
  )
  expect(describeCommon({ words: [], theme: 'rlvr' })).toBe('theme rlvr')
  expect(describeCommon({ words: ['entropy', 'critic'] })).toBe('“entropy”, “critic”')
})

test('at most six other papers, each for a reason, however the corpus is ordered and cut', async () => {
  const cases = anyPapers(15).chain(papers =>
    fc.record({
      papers: fc.constant(papers),
      shuffled: fc.shuffledSubarray(papers, { minLength: papers.length }),
      cut: fc.nat(papers.length),
    }),
  )
  await fc.assert(
    fc.asyncProperty(cases, async ({ papers, shuffled, cut }) => {
      const [whole, inParts] = [engineOver(papers), engineOver(shuffled.slice(0, cut), shuffled.slice(cut))]
      for (const { id } of papers) {
        const related = await whole.related({ id })
        expect(related.length).toBeLessThanOrEqual(6)
        expect(new Set([id, ...related.map(({ id }) => id)]).size).toBe(related.length + 1)
        for (const { words } of related) expect(words).not.toHaveLength(0)
        expect(await inParts.related({ id })).toEqual(related)
      }
    }),
    { numRuns: 40 },
  )
})
