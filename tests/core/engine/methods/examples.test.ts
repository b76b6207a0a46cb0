import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SearchEngine } from '#core/engine/engine.ts'
import { localEngine } from '#core/engine/localEngine.ts'
import { type SearchExamples, WORD_FORMS } from '#core/engine/searchExamples.ts'
import type { CorpusPaper } from '#core/papers/manifest.ts'
import { FIELD_NAMES } from '#core/query/fields.ts'
import { CountedCorpus } from '../../../fixtures/countedCorpus.ts'
import { digestEngine } from '../../../fixtures/digest.ts'
import { paperWith } from '../../../fixtures/paper.ts'

const examplesIn = ({ words, operators }: SearchExamples) => [
  ...Object.values(words),
  ...Object.values(operators).flat(),
]

function engineOver(papers: CorpusPaper[], newestDigest?: string): SearchEngine {
  const themes = [...new Set(papers.flatMap(({ themes }) => themes))].map(id => ({
    id,
    label: id,
    group: 'A group',
    about: 'Some papers.',
    query: id,
  }))
  const corpus = new CountedCorpus({
    themes,
    segments: [papers.length],
    ...(newestDigest && { newestDigest }),
  })
  const engine = localEngine(corpus)
  corpus.addSegment(papers)
  return engine
}

async function expectFound(engine: SearchEngine): Promise<SearchExamples> {
  const guide = await engine.examples({})
  for (const { q, papers } of examplesIn(guide)) {
    const { inFirstTier, problems } = await engine.search({ q, page: 1, pageSize: 1 })
    expect({ q, papers: inFirstTier, problems }).toEqual({ q, papers, problems: [] })
    expect(papers, q).toBeGreaterThan(0)
  }
  return guide
}

test('over the built-in corpus, every form and every operator it has data for has an example', async () => {
  const guide = await expectFound(digestEngine())
  expect(Object.keys(guide.words)).toEqual([...WORD_FORMS])
  expect(Object.keys(guide.operators)).toEqual(FIELD_NAMES)
  const without = FIELD_NAMES.filter(name => guide.operators[name].length === 0)
  expect(without).toEqual(['upvotes'])
  expect(guide.theme).toBeDefined()
  expect(guide.span).toMatchObject({ newestDigest: '2025-12-11', lastMonth: '2025-12', undated: 1 })
}, 60_000)

test('an example uses the operator that it explains', async () => {
  const { operators } = await digestEngine().examples({})
  for (const name of FIELD_NAMES.filter(name => name !== 'id'))
    for (const { q } of operators[name]) expect(q).toMatch(new RegExp(`^-?${name}:`))
})

test('a typing error in an example is one, and the papers are found all the same', async () => {
  const engine = digestEngine()
  const { words } = await engine.examples({})
  const { corrections } = await engine.search({ q: words.typo?.q ?? '', page: 1, pageSize: 1 })
  expect(corrections.length).toBeGreaterThan(0)
})

test('a corpus about something else is explained by its own words', async () => {
  const titles = ['Soil bacteria of the tundra', 'Soil bacteria under glaciers', 'Glaciers of the tundra']
  const papers = titles.map((title, at) => paperWith({ id: `p${at}`, title, authors: ['Ada Noor'] }))
  const { words, operators } = await expectFound(engineOver(papers))
  expect(words.all).toEqual({ q: 'soil bacteria', papers: 2 })
  expect(words.phrase?.q).toBe('"soil bacteria"')
  expect(words.typo).toEqual({ q: 'bacetria', papers: 2 })
  expect(operators.author).toEqual([{ q: 'author:"Ada Noor"', papers: 3 }])
})

test('an empty corpus has no examples, and nothing else either', async () => {
  const guide = await engineOver([]).examples({})
  expect(examplesIn(guide)).toEqual([])
  expect(guide.span).toEqual({ digests: 0, undated: 0 })
})

const day = fc.constantFrom('2023-12-31', '2024-01-01', '2025-10-11')
const arbitraryPapers = fc
  .uniqueArray(
    fc.record({
      id: fc.stringMatching(/^[a-z0-9]{1,8}$/),
      title: fc.oneof(
        fc.string(),
        fc.constantFrom(
          'Deep Reinforcement Learning',
          'Learning "quoted" (words) | -more',
          'Ünïcode 深度学习',
        ),
      ),
      authors: fc.array(fc.oneof(fc.string(), fc.constantFrom('Ada "A" Noor', 'Ada Noor')), { maxLength: 3 }),
      organization: fc.record({ name: fc.oneof(fc.string({ minLength: 1 }), fc.constant('An Org')) }),
      publishedAt: day,
      listedOn: fc.uniqueArray(day, { maxLength: 2 }),
      themes: fc.uniqueArray(fc.constantFrom('one', 'two', 'three'), { maxLength: 3 }),
      comments: fc.nat(30),
      upvotes: fc.nat(300),
    }),
    { selector: ({ id }) => id, maxLength: 6 },
  )
  .map(papers => papers.map(paperWith))

test('no example finds nothing, whatever the corpus', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryPapers, async papers => {
      await expectFound(
        engineOver(
          papers,
          papers
            .flatMap(({ listedOn }) => listedOn)
            .sort()
            .at(-1),
        ),
      )
    }),
    { numRuns: 60 },
  )
}, 60_000)
