import fc from 'fast-check'
import { expect, test } from 'vitest'
import { editDistance, Lexicon } from '#core/search/lexicon.ts'

const lexicon = new Lexicon([
  'verifiable',
  'variable',
  'tokenization',
  'tokenizer',
  'reinforcement',
  'rlvr',
  '2025',
])

test.each([
  ['verifible', 'verifiable'],
  ['verfiable', 'verifiable'],
  ['tokneizer', 'tokenizer'],
  ['reinforcment', 'reinforcement'],
  ['rvlr', 'rlvr'],
])('%s is taken for %s', (typed, meant) => {
  expect(lexicon.guesses(typed)[0]?.word).toBe(meant)
})

test.each(['xyz', 'zzzzzzzz', '2024', 'a'.repeat(5_000), '.*+?^{}[]', "=exact !not ^start 'quoted"])(
  '%s is taken for nothing',
  typed => {
    expect(lexicon.guesses(typed)).toEqual([])
  },
)

test('the distance between words counts letters put in, left out, exchanged and swapped', () => {
  expect(editDistance('', 'abc')).toBe(3)
  expect(editDistance('kitten', 'sitting')).toBe(3)
  expect(editDistance('rlvr', 'rvlr')).toBe(1)
  fc.assert(
    fc.property(fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }), (a, b) => {
      expect(editDistance(a, b)).toBe(editDistance(b, a))
      expect(editDistance(a, b) === 0).toBe(a === b)
      expect(editDistance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length))
    }),
  )
})
