import { expect, test } from 'vitest'
import { ENTRY_LIMIT, scanBibtex } from '#core/sources/bibtexScan.ts'
import { DEPTH_LIMIT } from '#core/text/json.ts'

const found = (text: string) => scanBibtex(text).entries.map(({ type, key, body }) => [type, key, body])
const said = (text: string) =>
  scanBibtex(text).problems.map(
    ({ where, message, dropped }) => `${where}: ${message}${dropped ? '' : ' (nothing is lost)'}`,
  )

test('an entry has its lines, the names it uses, and the fields that it gives more than once', () => {
  const text = '\n@Article{key,\n  month = JAN # may,\n  Note = {x}, note = {y}, NOTE = "z"\n}'
  expect(scanBibtex(text, 11)).toEqual({
    entries: [
      {
        type: 'article',
        key: 'key',
        body: '\n  month = JAN # may,\n  Note = {x}, note = {y}, NOTE = "z"\n',
        line: 12,
        bodyLine: 12,
        uses: ['jan', 'may'],
        twice: ['note'],
      },
    ],
    problems: [],
  })
  expect(scanBibtex('@misc{\nkey\n, title = {T}}').entries).toMatchObject([{ line: 1, bodyLine: 3 }])
})

test.each([
  ['@misc{k}', [['misc', 'k', '']]],
  ['@misc{}', [['misc', '', '']]],
  ['@misc(k, a = 1)', [['misc', 'k', ' a = 1']]],
  ['@misc { a key , a = 1}', [['misc', 'a key', ' a = 1']]],
  ['@misc{k,={T}}', [['misc', 'k', '={T}']]],
  ['@misc{, title = {T}}', [['misc', '', ' title = {T}']]],
  ['@misc{title = {T}}', [['misc', '', 'title = {T}']]],
  ['@misc{k, note = {me@example.org}}', [['misc', 'k', ' note = {me@example.org}']]],
  ['@misc{k, note = {as in @misc{b, it}}}', [['misc', 'k', ' note = {as in @misc{b, it}}']]],
  ['@misc{k, a = {x \\} y}, b = {z}}', [['misc', 'k', ' a = {x \\} y}, b = {z}']]],
  ['@misc{k, a = {x \\{ y}, b = {z}}', [['misc', 'k', ' a = {x \\{ y}, b = {z}']]],
  ['@misc{k, a = {x \\\\}, b = {z}}', [['misc', 'k', ' a = {x \\\\}, b = {z}']]],
  ['@misc{k, a = {x}, \\}', [['misc', 'k', ' a = {x}, \\']]],
  ['@misc{k, a = "x ) {} y"}', [['misc', 'k', ' a = "x ) {} y"']]],
  ['@misc{k, a = {x} % y }\n}', [['misc', 'k', ' a = {x} % y }\n']]],
  ['@misc{k, a = {50 % }}', [['misc', 'k', ' a = {50 % }']]],
  ['@string{a = {x}}', [['string', '', 'a = {x}']]],
  ['@STRING{a, b = {x}}', [['string', '', 'a, b = {x}']]],
  ['@preamble{"\\newcommand{\\x}{y}"}', []],
])('of %j the entries are %j, and nothing is said', (text, entries) => {
  expect(found(text)).toEqual(entries)
  expect(said(text)).toEqual([])
})

const NEXT = '@misc{next, a = 1}'
const NEVER_CLOSED = 'has a bracket or quotation mark that is never closed'
test.each([
  ['@misc{k, a = {x}, b = {y}\n', true, 'line 1: “k” lacks its last bracket (nothing is lost)'],
  ['@misc{k, a = {x, and y}\n', true, 'line 1: “k” lacks its last bracket (nothing is lost)'],
  ['@misc{a = {x}\n', true, 'line 1: @misc lacks its last bracket (nothing is lost)'],
  ['@misc{k, a = {x, b = {y}}\n', false, `line 1: entry left out: “k” ${NEVER_CLOSED}`],
  ['@misc{k, a = {x {y}  ', false, `line 1: entry left out: “k” ${NEVER_CLOSED}`],
  ['@misc{k, a = {x {y}', false, `line 1: entry left out: “k” ${NEVER_CLOSED}`],
  ['@misc{k, a = {x\n\t', false, `line 1: entry left out: “k” ${NEVER_CLOSED}`],
  ['@misc{k, a = "x\n', false, `line 1: entry left out: “k” ${NEVER_CLOSED}`],
  ['@misc{, a = {x\n', false, `line 1: entry left out: @misc ${NEVER_CLOSED}`],
  ['@misc{a = {x\n', false, `line 1: entry left out: @misc ${NEVER_CLOSED}`],
  ['@string{a = {x\n', false, `line 1: entry left out: @string ${NEVER_CLOSED}`],
  ['@preamble{x, {y\n', false, `line 1: entry left out: @preamble ${NEVER_CLOSED}`],
  ['@misc{k a = {x}}', false, 'line 1: entry left out: no comma behind the key “k a”'],
])('%j before another entry: kept %s, and it is said: %s', (text, isKept, problem) => {
  expect(found(text + NEXT).map(([, key]) => key)).toEqual(
    isKept ? [expect.stringMatching(/^k?$/), 'next'] : ['next'],
  )
  expect(said(text + NEXT)).toEqual([problem])
})

test.each([
  ['@misc{k, a = {x}', ['line 1: “k” lacks its last bracket: the file may have been cut off']],
  ['@misc{k, a = {x}, b = {y} % z }', ['line 1: “k” lacks its last bracket: the file may have been cut off']],
  ['@misc{k, a = {x', [`line 1: entry left out: “k” ${NEVER_CLOSED}`]],
  ['@misc{k, a = "x', [`line 1: entry left out: “k” ${NEVER_CLOSED}`]],
  ['@misc{k, a = {x, b = {y}}', [`line 1: entry left out: “k” ${NEVER_CLOSED}`]],
])('of %j at the end of a file it is said: %j', (text, problems) => {
  expect(said(text)).toEqual(problems)
})

test.each([
  ['@comment{\n@misc{a, b = 1}\n}\n@comment{\n@misc{c, d = 1}\n}\n', []],
  ['@misc{k, a = 1}\n@comment{ {', ['k']],
  ['@misc{k, a = 1}\n@comment{ {\n@misc{l, a = 1}', ['k', 'l']],
  ['@comment{ {\n@comment{ @misc{a, b = 1} }\n@misc{l, a = 1}', ['l']],
  ['@comment(x)\n@misc{l, a = 1}', ['l']],
  ['@comment(not @misc{a, b = 1})\n@misc{l, a = 1}\n@comment{\n@misc{c, d = 1}\n}', ['l']],
])('of %j, where comments are passed over, the keys are %j', (text, keys) => {
  expect(found(text).map(([, key]) => key)).toEqual(keys)
  expect(said(text)).toEqual([])
})

test('behind a comment that is never closed, each comment ends with its line', () => {
  const text = '@comment{ {\n@comment{\n@misc{k, a = 1}\n}'
  expect(found(text).map(([, key]) => key)).toEqual(['k'])
  expect(said(text)).toEqual(['line 4: passed over, as it is in no entry: “}” (nothing is lost)'])
})

test.each([
  ['\n\n b = {x}, @misc{k, a = 1}', 'line 3', 'b = {x},'],
  ['@misc{k, a = 1}, b = {x}\n\n}\n\n', 'line 1', ', b = {x} }'],
  ['@misc{k, a = 1} % by hand\n  % and more\n\nsome\n% not this\nwords', 'line 4', 'some words'],
])('of %j what stands in no entry is named by its line, without comments', (text, where, quoted) => {
  expect(found(text)).toEqual([['misc', 'k', ' a = 1']])
  expect(said(text)).toEqual([`${where}: passed over, as it is in no entry: “${quoted}” (nothing is lost)`])
})

test('an entry that is nested too deep is left out as a whole', () => {
  const nested = (levels: number) => `@misc{k, a = ${'{'.repeat(levels)}x${'}'.repeat(levels)}, b = {y}}\n`
  expect(said(nested(DEPTH_LIMIT))).toEqual([])
  for (const levels of [DEPTH_LIMIT + 1, DEPTH_LIMIT + 40]) {
    expect(found(nested(levels) + NEXT).map(([, key]) => key)).toEqual(['next'])
    expect(said(nested(levels) + NEXT)).toEqual([
      `line 1: entry left out: “k” is nested deeper than ${DEPTH_LIMIT} levels`,
    ])
  }
})

test('an entry may have a million characters before its last bracket, and no more', () => {
  const start = '@misc{k, a = {'
  const entry = (length: number) => `\n${start}${'x'.repeat(length - start.length - 1)}}}`
  expect(said(entry(ENTRY_LIMIT))).toEqual([])
  expect(said(entry(ENTRY_LIMIT + 1))).toEqual(['line 2: entry left out: “k” is longer than 1000 kB'])
})
