import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DEPTH_LIMIT, parseJson } from '#core/text/json.ts'

function byEngine(text: string): unknown {
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch {
    return { ok: false }
  }
}

const verdict = (text: string): unknown => {
  const parsed = parseJson(text)
  return parsed.ok ? parsed : { ok: false }
}

test('what JSON.parse reads is read the same', () => {
  fc.assert(
    fc.property(fc.json(), fc.constantFrom(undefined, 1, '\t'), (json, space) => {
      const text = JSON.stringify(JSON.parse(json), null, space)
      expect(parseJson(text)).toEqual({ ok: true, value: JSON.parse(json) })
    }),
  )
})

test('it accepts exactly what JSON.parse accepts [row 21]', () => {
  const scraps = fc.constantFrom(
    ...'{}[]:,"\\'.split(''),
    '"a"',
    '0',
    '-1.5e3',
    '01',
    'true',
    'nul',
    ' ',
    '\n',
    '\\u00e9',
    '\\x',
  )
  fc.assert(
    fc.property(
      fc.array(scraps, { maxLength: 12 }).map(parts => parts.join('')),
      text => {
        expect(verdict(text)).toEqual(byEngine(text))
      },
    ),
    { numRuns: 5000 },
  )
})

test('cut at any place it accepts exactly what JSON.parse accepts [row 21]', () => {
  fc.assert(
    fc.property(fc.json(), fc.nat(), (json, at) => {
      const cut = json.slice(0, at % (json.length + 1))
      expect(verdict(cut)).toEqual(byEngine(cut))
    }),
  )
})

test.each([
  ['', 1, 'ends where a value should come (column 1)'],
  ['{"a": 1,\n "b" 2}', 2, 'a colon expected, found "2" (column 6)'],
  ['[1, 2\n\n3]', 3, 'a comma or ] expected, found "3" (column 1)'],
  ['["a\nb"]', 1, 'a line break or control character inside a string (column 4)'],
  ['["\\q"]', 1, 'an unknown escape'],
  ['[1]\n["never closed', 2, 'nothing more expected, found "[" (column 1)'],
  ['["never closed', 1, 'a string that is never closed (column 2)'],
])('%j is wrong in line %i', (text, line, message) => {
  expect(parseJson(text)).toEqual({ ok: false, line, message: expect.stringContaining(message) })
})

test(`${DEPTH_LIMIT} levels are read, one more is not, and a million are no danger`, () => {
  const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth)
  expect(parseJson(nested(DEPTH_LIMIT)).ok).toBe(true)
  expect(parseJson(nested(DEPTH_LIMIT + 1))).toMatchObject({ ok: false, line: 1 })
  expect(parseJson(nested(1_000_000)).ok).toBe(false)
  expect(parseJson(`["${'['.repeat(1000)}"]`).ok).toBe(true)
})

test('a byte-order mark is no flaw', () => {
  expect(parseJson('\ufeff[1]')).toEqual({ ok: true, value: [1] })
})
