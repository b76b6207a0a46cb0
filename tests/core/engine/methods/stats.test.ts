import { expect, test } from 'vitest'
import { localEngine } from '#core/engine/localEngine.ts'
import { CountedCorpus } from '../../../fixtures/countedCorpus.ts'
import { digestEngine } from '../../../fixtures/digest.ts'
import { paperWith } from '../../../fixtures/paper.ts'

test('papers, themes and days are counted once each', async () => {
  const corpus = new CountedCorpus({ themes: [], segments: [1, 2] })
  const engine = localEngine(corpus)
  expect(await engine.stats({})).toMatchObject({ papers: 0, themes: 0, days: 0 })
  corpus.addSegment([
    paperWith({ id: 'a', themes: ['moe', 'rl'], listedOn: ['2025-12-10', '2025-12-11'] }),
    paperWith({ id: 'b', themes: ['moe'], listedOn: ['2025-12-11'] }),
    paperWith({ id: 'c', addedOn: '2025-12-12' }),
  ])
  expect(await engine.stats({})).toEqual({
    papers: 3,
    themes: 2,
    days: 3,
    partial: { segments: 1, ofSegments: 2, missing: [] },
  })
})

test('stats agree with the other methods', async () => {
  const engine = digestEngine()
  const { papers, themes, days } = await engine.stats({})
  expect(papers).toBe((await engine.list({ q: '' })).length)
  expect(themes).toBe((await engine.themes({})).themes.filter(theme => theme.papers > 0).length)
  expect(days).toBe((await engine.digests({})).days.length)
})
