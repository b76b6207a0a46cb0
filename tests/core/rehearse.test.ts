import { expect, test } from 'vitest'
import { LocalEngine } from '#core/localEngine.ts'
import { rehearse } from '#core/rehearse.ts'
import { paperWith } from '../fixtures/paper.ts'

/** What is asked of an engine, in order, and where others may be answered in between. */
async function rehearsed(...titles: string[]): Promise<string[]> {
  const engine = new LocalEngine({ themes: [], segments: [] }, () => 0)
  engine.addSegment(
    titles.map((title, i) => paperWith({ id: `p${i}`, title, publishedAt: `2025-01-0${9 - i}` })),
  )
  const log: string[] = []
  const search = engine.search.bind(engine)
  engine.search = request => {
    log.push(request.q)
    return search(request)
  }
  await rehearse(engine, () => {
    log.push('rest')
  })
  return log
}

test('types the beginnings of the newest titles, has texts folded, and rests before every step', async () => {
  const keys = ['K', 'KV', 'KV ', 'KV c', 'M', 'Mo', 'MoE']
  expect(await rehearsed('KV c', 'MoE', 'Older')).toEqual(['', ...keys.flatMap(key => ['rest', key]), 'rest'])
})

test('has nothing to type where there are no papers', async () => {
  expect(await rehearsed()).toEqual(['', 'rest'])
})
