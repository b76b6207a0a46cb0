import { expect, test } from 'vitest'
import { engineOf } from '#core/engine/engine.ts'
import { localEngine } from '#core/engine/localEngine.ts'
import { warmUp } from '#core/engine/warmUp.ts'
import { CountedCorpus } from '../../fixtures/countedCorpus.ts'
import { paperWith } from '../../fixtures/paper.ts'

/** What is asked of an engine, in order, and where others may be answered in between. */
async function warmedUp(...titles: string[]): Promise<string[]> {
  const corpus = new CountedCorpus({ themes: [], segments: [] })
  const local = localEngine(corpus)
  corpus.addSegment(
    titles.map((title, i) => paperWith({ id: `p${i}`, title, publishedAt: `2025-01-0${9 - i}` })),
  )
  const log: string[] = []
  const engine = engineOf((method, args) => {
    log.push('q' in args ? String(args.q) : `${method} ${Object.values(args)}`)
    return local[method](args)
  })
  await warmUp(corpus, engine, () => {
    log.push('rest')
  })
  return log
}

test('asks for the newest papers as people do, has texts folded, and rests before every step', async () => {
  const steps = ['K', 'KV', 'KV ', 'KV c', 'related p0', 'M', 'Mo', 'MoE', 'related p1']
  expect(await warmedUp('KV c', 'MoE', 'Older')).toEqual([
    '',
    ...steps.flatMap(step => ['rest', step]),
    'rest',
  ])
})

test('has nothing to type where there are no papers', async () => {
  expect(await warmedUp()).toEqual(['', 'rest'])
})
