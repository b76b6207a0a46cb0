import { expect, test } from 'vitest'
import { stemOf } from '#core/text/stem.ts'

test.each([
  ['caching', 'cach'],
  ['caches', 'cach'],
  ['policy', 'polici'],
  ['policies', 'polici'],
  ['reinforcement', 'reinforc'],
  ['sky', 'sky'],
  ['4o', '4o'],
  ['深度', '深度'],
])('the stem of %s is %s', (word, stem) => {
  expect(stemOf(word)).toBe(stem)
  expect(stemOf(word)).toBe(stem)
})

test('of a word longer than 40 letters the rest does not count', () => {
  const longest = 'ab'.repeat(20)
  expect(stemOf(longest)).toBe(longest)
  expect(stemOf(`${longest}caching`)).toBe(longest)
})
