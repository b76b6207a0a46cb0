import { expect, test } from 'vitest'
import { typable } from '#core/query/typable.ts'

test('a rule that can be typed is a search as it stands', () => {
  expect(typable('rlvr | "verifiable rewards"')).toEqual({ q: 'rlvr | "verifiable rewards"', isWhole: true })
})

test('of a longer one as many alternatives are kept as can be typed', () => {
  const rule = Array.from({ length: 40 }, (_, i) => `"term ${i}"`).join(' | ')
  const { q, isWhole } = typable(rule)
  expect(isWhole).toBe(false)
  expect(rule.startsWith(`${q} | `)).toBe(true)
  expect(q.length).toBeLessThanOrEqual(256)
  expect(`${q} | "term 00"`.length).toBeGreaterThan(256)
})

test('what goes with the alternatives stays', () => {
  const terms = Array.from({ length: 40 }, (_, i) => `term${i}`)
  const { q } = typable(`${terms.join(' | ')} -survey`)
  expect(q).toBe(`${terms.slice(0, 23).join(' | ')} -survey`)
})
