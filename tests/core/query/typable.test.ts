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

test('where not even one alternative can be typed, the rule stays as it is, and that is said', () => {
  const rule = `"${'long '.repeat(80)}"`
  expect(typable(rule)).toEqual({ q: rule, isWhole: false })
})

test('of a single alternative that is left nothing says that there were others', () => {
  const [first, second] = ['a', 'b'].map(letter => `"${letter.repeat(200)}"`)
  expect(typable(`${first} | ${second}`)).toEqual({ q: first, isWhole: false })
})
