import fc from 'fast-check'
import { expect, test } from 'vitest'
import { editsFrom, MAX_LENGTH } from '#core/search/editDistance.ts'
import { Lexicon } from '#core/search/lexicon.ts'

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

/** The textbook table. */
function editsByTable(a: string, b: string): number {
  const table = [...Array(a.length + 1).keys()].map(i => [i])
  const at = (i: number, j: number): number => table[i]?.[j] ?? Number.POSITIVE_INFINITY
  for (let j = 1; j <= b.length; j++) table[0]?.push(j)
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const swapped =
        a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY
      const replaced = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1)
      table[i]?.push(Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, replaced, swapped))
    }
  }
  return at(a.length, b.length)
}

test('edits are counted as the table of distances counts them', () => {
  expect(editsFrom('kitten')('sitting')).toBe(3)
  expect(editsFrom('rlvr')('rvlr')).toBe(1)
  const word = (unit: NonNullable<fc.StringConstraints['unit']>) =>
    fc.string({ unit, minLength: 1, maxLength: MAX_LENGTH })
  const alike = word(fc.constantFrom('a', 'b', 'c', 'é'))
  fc.assert(
    fc.property(fc.oneof(fc.tuple(alike, alike), fc.tuple(word('binary'), word('binary'))), ([a, b]) => {
      fc.pre(a.length <= MAX_LENGTH)
      expect(editsFrom(a)(b)).toBe(editsByTable(a, b))
    }),
    { numRuns: 1000 },
  )
})
