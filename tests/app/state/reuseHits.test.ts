import { expect, test } from 'vitest'
import { reuseHits } from '#app/state/answers.ts'
import { requestOf } from '#core/engine/request.ts'
import { digestEngine } from '../../fixtures/digest.ts'

const answerTo = (q: string) => digestEngine().search(requestOf({ q, layout: 'cards', page: 1 }))

test('hits that say the same are those of the answer before, and all others are new', async () => {
  const before = await answerTo('')
  const again = structuredClone(before)
  const [first, second] = again.hits
  if (!first || !second) throw new Error('The digest has papers.')
  first.paper.title += ' (revised)'
  const kept = reuseHits(before, again)
  expect(kept).toEqual(again)
  expect(kept.hits[0]).toBe(first)
  expect(kept.hits[1]).toBe(before.hits[1])
  expect(kept.hits.slice(1).every((hit, at) => hit === before.hits[at + 1])).toBe(true)
})

test('the same paper found by another word is another hit', async () => {
  const before = await answerTo('reasoning')
  const kept = reuseHits(before, await answerTo('model'))
  expect(kept.hits.some(hit => before.hits.some(({ paper }) => paper.id === hit.paper.id))).toBe(true)
  expect(kept.hits.filter(hit => before.hits.includes(hit))).toEqual([])
})
