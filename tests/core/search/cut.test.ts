import fc from 'fast-check'
import { expect, test } from 'vitest'
import { localEngine } from '#core/engine/localEngine.ts'
import type { CorpusPaper } from '#core/papers/manifest.ts'
import { CountedCorpus } from '../../fixtures/countedCorpus.ts'
import { anyPapers } from '../../fixtures/texts.ts'

const QUERIES = [
  'token',
  'entropy rewards',
  'model tok',
  'attenton models',
  '"policy model"',
  'naive -token',
  'kv-cache',
]

async function ranking(segments: readonly CorpusPaper[][], q: string): Promise<string[]> {
  const corpus = new CountedCorpus({ themes: [], segments: [] })
  const engine = localEngine(corpus)
  for (const papers of segments) corpus.addSegment(papers)
  const { hits } = await engine.search({ q, page: 1, pageSize: 100 })
  return hits.map(({ paper, tier, marks }) => `${tier} ${paper.id} ${JSON.stringify(marks)}`)
}

test('answers do not depend on how the corpus is cut into segments', async () => {
  await fc.assert(
    fc.asyncProperty(
      anyPapers(30),
      fc.array(fc.nat(30), { maxLength: 4 }),
      fc.constantFrom(...QUERIES),
      async (papers, cuts, q) => {
        const bounds = [
          0,
          ...cuts.map(cut => Math.min(cut, papers.length)).sort((a, b) => a - b),
          papers.length,
        ]
        const segments = bounds.slice(1).map((end, i) => papers.slice(bounds[i], end))
        expect(await ranking(segments, q)).toEqual(await ranking([papers], q))
      },
    ),
    { numRuns: 150 },
  )
})
