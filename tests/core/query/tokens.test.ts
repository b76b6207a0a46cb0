import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse } from '#core/query/parse.ts'
import { tokensOf } from '#core/query/tokens.ts'
import { anyQueryText } from '../../fixtures/queries.ts'

test.each([
  ['a b', ['a', 'b']],
  ['-theme:rlvr,kv-cache (x|y)', ['-theme:rlvr,kv-cache', 'x', 'y']],
  ['author:"Ana Pérez" -"two words"', ['author:"Ana Pérez"', '-"two words"']],
  ['a"b c"d', ['a', '"b c"', 'd']],
  ['author:"Ana theme:rlvr', ['author:"Ana theme:rlvr']],
  ['foo:"a b"', ['foo:', '"a b"']],
])('%s is cut into pieces', (text, pieces) => {
  expect(tokensOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(pieces)
})

test.each([
  ['a', { start: 0, body: 0, value: 0, end: 1 }],
  ['--Theme:a', { start: 0, body: 2, value: 8, end: 9, field: 'theme' }],
  ['foo:a', { start: 0, body: 0, value: 0, end: 5 }],
  ['"a b"', { start: 0, body: 0, value: 0, end: 5, quote: 'closed' }],
  ['""', { start: 0, body: 0, value: 0, end: 2, quote: 'closed' }],
  ['"a b', { start: 0, body: 0, value: 0, end: 4, quote: 'open' }],
  ['author:"a', { start: 0, body: 0, value: 7, end: 9, field: 'author', quote: 'open' }],
  ['author:"a" b', { start: 0, body: 0, value: 7, end: 10, field: 'author', quote: 'closed' }],
])('of %s it is said where its minus signs, its operator and its value are', (text, token) => {
  expect(tokensOf(text)[0]).toEqual(token)
})

test('pieces lie in order, and each says where its operator ends', () => {
  fc.assert(
    fc.property(anyQueryText, text => {
      let last = 0
      for (const { start, body, value, end, field } of tokensOf(text)) {
        expect(
          [last, start, body, value, end].every((at, i, all) => i === 0 || at >= (all[i - 1] ?? 0)),
        ).toBe(true)
        expect(end).toBeGreaterThan(start)
        if (field) expect(text.slice(body, value).toLowerCase()).toBe(`${field}:`)
        last = end
      }
    }),
  )
})

test('what the parser reads as a clause begins where a piece begins, and ends where one ends', () => {
  // Parentheses hold several pieces, and alternatives are one clause of several.
  const flat = anyQueryText.map(text => text.replace(/[()|]|OR/g, ' ').slice(0, 200))
  fc.assert(
    fc.property(flat, text => {
      const tokens = tokensOf(text)
      for (const { start, end } of parse(text, { maxTerms: 400 }).clauses) {
        expect(tokens.some(token => token.start === start)).toBe(true)
        expect(tokens.some(token => token.end === end)).toBe(true)
      }
    }),
    { numRuns: 500 },
  )
})
