import { expect, test } from 'vitest'
import { LocalEngine } from '#core/engine/localEngine.ts'
import { rehearse } from '#core/engine/warmUp.ts'
import { paperWith } from '../../fixtures/paper.ts'

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
  const related = engine.related.bind(engine)
  engine.related = id => {
    log.push(`related to ${id}`)
    return related(id)
  }
  await rehearse(engine, () => {
    log.push('rest')
  })
  return log
}

test('asks for the newest papers as people do, has texts folded, and rests before every step', async () => {
  const steps = ['K', 'KV', 'KV ', 'KV c', 'related to p0', 'M', 'Mo', 'MoE', 'related to p1']
  expect(await rehearsed('KV c', 'MoE', 'Older')).toEqual([
    '',
    ...steps.flatMap(step => ['rest', step]),
    'rest',
  ])
})

test('has nothing to type where there are no papers', async () => {
  expect(await rehearsed()).toEqual(['', 'rest'])
})
