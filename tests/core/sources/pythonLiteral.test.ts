import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readPythonLiteral } from '#core/sources/pythonLiteral.ts'
import { NotLiteral } from '#core/sources/pythonScalar.ts'
import { DEPTH_LIMIT } from '#core/text/json.ts'
import { anyCharacter } from '../../fixtures/anyCharacter.ts'

test.each<[string, unknown]>([
  [`'it''s' "one"`, 'itsone'],
  [`('in brackets, '\n 'on two lines')`, 'in brackets, on two lines'],
  [`"it's"`, "it's"],
  [`'\\x41\\u00e9\\U0001f600\\101\\0'`, 'Aé😀A\0'],
  [`'\\n\\t\\\\\\'\\"\\a'`, `\n\t\\'"\u0007`],
  [`'\\d \\alpha'`, '\\d \u0007lpha'],
  [`'one \\\nline'`, 'one line'],
  [`u'\\n' r'\\n'`, '\n\\n'],
  [`r'\\''`, "\\'"],
  ['True', true],
  ['None', null],
  ['-1_000.5e1', -10_005],
  ['.5', 0.5],
  ['1e400', Number.POSITIVE_INFINITY],
  ['(1, )', [1]],
  ['(1)', 1],
  ['()', []],
  ['[1, [2], (3, 4), ]', [1, [2], [3, 4]]],
  [' {"a": {}, } ', { a: {} }],
  ["{1: 'one', 'two': 2, (3,): 3}", { two: 2 }],
  ["{'a': 1, 'a': 2}", { a: 2 }],
])('%j is read as Python reads it', (text, value) => {
  const reading = readPythonLiteral(text)
  expect(reading.flaw).toBeUndefined()
  expect(JSON.stringify(reading.value)).toBe(JSON.stringify(value))
})

test.each([
  ["{'at': datetime.datetime(2025, 3, 20, tzinfo=zone(')', [1])), 'b': 1}", 'datetime.datetime(2025, 3,'],
  ["{'at': nan, 'b': 1}", 'nan'],
  ["{'at': -inf, 'b': 1}", '-inf'],
  ["{'at': ..., 'b': 1}", '...'],
  ["{'at': b'bytes' , 'b': 1}", "b'bytes'"],
  ["{'at': 0x1f, 'b': 1}", '0x1f'],
])('%s: what is no literal is told apart, the rest is read', (text, start) => {
  const { value, flaw } = readPythonLiteral(text) as { value: { at: NotLiteral; b: number }; flaw?: unknown }
  expect(flaw).toBeUndefined()
  expect(value.at).toBeInstanceOf(NotLiteral)
  expect(value.at.text.startsWith(start)).toBe(true)
  expect(value.b).toBe(1)
})

test.each<[string, unknown, number, string]>([
  ["{'a': 1, 'b", { a: 1 }, 9, 'a string that is never closed'],
  ["{'a': 1, 'b': 'half", { a: 1 }, 14, 'a string that is never closed'],
  ["{'a': 1, 'b': 12", { a: 1 }, 16, 'a comma or } expected, the text ends'],
  ["{'a': {'b': 1, 'c': [1, 2", { a: { b: 1 } }, 25, 'a comma or ] expected, the text ends'],
  ["{'a': 1, 'b': Tru", { a: 1 }, 17, 'a comma or } expected'],
  ["{'a': 1, 'b': f(", { a: 1 }, 15, 'a bracket that is never closed'],
  ["{'a': 1, 'b' 2}", { a: 1 }, 13, 'a colon expected, found "2"'],
  ["{'a': 1 'b': 2}", {}, 8, 'a comma or } expected'],
  ["{'a': 1, 'b': <Thing>}", { a: 1 }, 14, 'a value expected, found "<"'],
  ["{'a': 1} and more", { a: 1 }, 9, 'more text behind the value'],
  ["{'a': 1, 'b': '\\x4'}", { a: 1 }, 15, 'an escape that cannot be read'],
  ["{'a': 1, 'b': '\\N{BULLET}'}", { a: 1 }, 15, 'an escape that cannot be read'],
  ["{'a': 1, 'b': '\\U00110000'}", { a: 1 }, 15, 'an escape that cannot be read'],
  ["[{'a': 1}, {'a'", undefined, 15, 'a colon expected, the text ends'],
  ['{,}', {}, 1, 'a value expected'],
  ["{'a': 1,", { a: 1 }, 8, 'the text ends where a value should come'],
  ["{'a':}", {}, 5, 'a value expected, found "}"'],
  ['', undefined, 0, 'the text ends'],
])('%s is read as far as it is whole', (text, value, offset, message) => {
  const reading = readPythonLiteral(text)
  expect(JSON.stringify(reading.value)).toBe(JSON.stringify(value))
  expect(reading.flaw).toEqual({ offset, message: expect.stringContaining(message) })
})

test('__proto__ is a key like any other', () => {
  const { value } = readPythonLiteral("{'__proto__': {'polluted': True}, 'constructor': 1}")
  expect(Object.keys(value as object)).toEqual(['__proto__', 'constructor'])
  expect((value as { polluted?: unknown }).polluted).toBeUndefined()
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
})

test(`${DEPTH_LIMIT} levels are read, one more is not, and a million are no danger`, () => {
  const nested = (depth: number): string => `${"{'a': ".repeat(depth)}1${'}'.repeat(depth)}`
  expect(readPythonLiteral(nested(DEPTH_LIMIT)).flaw).toBeUndefined()
  expect(readPythonLiteral(nested(DEPTH_LIMIT + 1)).flaw?.message).toContain('nested deeper')
  expect(readPythonLiteral('('.repeat(1_000_000)).flaw?.message).toContain('nested deeper')
  expect(readPythonLiteral('f('.repeat(500_000)).flaw?.message).toContain('never closed')
})

type Value = string | number | boolean | null | Value[] | { [key: string]: Value }

const { value: arbitraryValue } = fc.letrec<{ value: Value }>(tie => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.string({ unit: anyCharacter }),
    fc.stringMatching(/^[\\'"a\n]*$/),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.string(), tie('value'), { maxKeys: 3, noNullPrototype: true }),
  ),
}))

/** As Python writes strings: double quotes where there is a single one and no double one. */
function reprOfString(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'"
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll(quote, `\\${quote}`)
    .replaceAll('\n', '\\n')
    .replaceAll(/[\p{Cc}\u200b]/gu, char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)
  return quote + escaped + quote
}

function repr(value: Value): string {
  if (typeof value === 'string') return reprOfString(value)
  if (value === null) return 'None'
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) return `[${value.map(repr).join(', ')}]`
  return `{${Object.entries(value)
    .map(([key, item]) => `${reprOfString(key)}: ${repr(item)}`)
    .join(', ')}}`
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null))

test('what Python would write is read back', () => {
  fc.assert(
    fc.property(arbitraryValue, value => {
      const reading = readPythonLiteral(repr(value))
      expect(reading.flaw).toBeUndefined()
      expect(plain(reading.value)).toEqual(plain(value))
    }),
  )
})

/** Whether a dict has no item that the whole has not, or has otherwise; dicts within it may be cut likewise. */
function isPartOf(part: unknown, whole: unknown): boolean {
  if (typeof part !== 'object' || part === null || Array.isArray(part)) {
    return JSON.stringify(part) === JSON.stringify(whole)
  }
  return Object.entries(part).every(
    ([key, item]) => Object.hasOwn(whole as object, key) && isPartOf(item, (whole as never)[key]),
  )
}

test('cut at any place it gives nothing that was not there, and says where it is cut [row 21]', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.string(), arbitraryValue, { noNullPrototype: true }),
      fc.nat(),
      (value, at) => {
        const text = repr(value)
        const reading = readPythonLiteral(text.slice(0, at % text.length))
        expect(reading.flaw?.message).toEqual(expect.any(String))
        if (reading.value !== undefined) expect(isPartOf(plain(reading.value), plain(value))).toBe(true)
      },
    ),
  )
})

test('no text makes it fail [row 24]', () => {
  const scraps = fc.constantFrom(
    ...`{}[](),:'"\\`,
    'a',
    'r"',
    "b'",
    '\\x4',
    '1',
    'e',
    '.',
    ' ',
    'None',
    'f(',
    '\ud83d',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(scraps).map(parts => parts.join('')),
      ),
      text => {
        const { value, flaw } = readPythonLiteral(text)
        expect(value !== undefined || flaw !== undefined).toBe(true)
        if (flaw) expect(flaw.offset).toBeLessThanOrEqual(text.length)
      },
    ),
    { numRuns: 2000 },
  )
})

const HOSTILE = 200_000
test.each([
  ['quotes', "'".repeat(HOSTILE)],
  ['digits', '1'.repeat(HOSTILE)],
  ['exponents', '1e'.repeat(HOSTILE)],
  ['points', '1.'.repeat(HOSTILE)],
  ['backslashes', `'${'\\'.repeat(HOSTILE)}`],
  ['calls', `[${'f(),'.repeat(HOSTILE)}`],
  ['prefixes', "rb''".repeat(HOSTILE)],
  ['open dicts', "{'a': ".repeat(HOSTILE)],
])('many %s are read', (_, text) => {
  const { value, flaw } = readPythonLiteral(text)
  expect(value !== undefined || flaw !== undefined).toBe(true)
})
