import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { faultLines, withoutClashes } from '#core/papers/monthFaults.ts'
import { formatMonthFile, parseMonthFile, VERSION } from '#core/papers/monthFile.ts'

const fixture = (version: number): string =>
  readFileSync(new URL(`../../fixtures/month-files/v${version}.json`, import.meta.url), 'utf8')

const contentOf = (text: string) => {
  const month = parseMonthFile(text)
  if (!month.ok) throw new Error(month.message)
  return month.value
}
const papersOf = (text: string) => contentOf(text).records.map(({ paper }) => paper)

// Files of a released version are never changed: what they hold must stay readable for ever.
test.each(Array.from({ length: VERSION }, (_, at) => at + 1))('a file of version %i is read', version => {
  const papers = papersOf(fixture(version))
  expect(papers.map(({ title }) => title)).toEqual([
    'A paper with every field',
    'A paper of which little is known',
  ])
  if (version === VERSION) expect(formatMonthFile(papers)).toBe(fixture(version))
})

test.each([
  [{ version: VERSION + 1, papers: [] }, ' was made by a newer version of Broadsheet'],
  [{ version: 0, papers: [] }, ' is broken: version: too small or empty'],
  [{ papers: [] }, ' is broken: version: missing or not of type'],
])('%j is refused', (file, message) => {
  expect(parseMonthFile(JSON.stringify(file))).toMatchObject({
    ok: false,
    message: expect.stringContaining(message),
  })
})

test.each([
  ['{"version":1,\n"papers":[}', ':2: not valid JSON: a value expected, found "}" (column 11)'],
  ['{"version":"1","papers":[]}', ' is broken: version: not of type number'],
])('of %s the place that is broken is named', (text, message) => {
  expect(parseMonthFile(text)).toEqual({ ok: false, message })
})

/** A month file of papers that differ from a whole one in these fields. */
const monthOf = (...changes: object[]): string => {
  const [paper] = papersOf(fixture(VERSION))
  return JSON.stringify({ version: VERSION, papers: changes.map(change => ({ ...paper, ...change })) })
}
const linesOf = (text: string) => faultLines('2025-12.json', contentOf(text))

test('of a record that is broken at most five places are named, and the others are read', () => {
  const text = `{"version":${VERSION},"papers":[{},5,${JSON.stringify(papersOf(fixture(VERSION))[0])}]}`
  const [first, second] = linesOf(text)
  expect(first).toMatch(
    /^2025-12\.json: papers\[0\]: id: missing or not of type string; aliases: missing or not of type array; title: .*; the paper is left out: correct it in the file$/,
  )
  expect(first?.match(/missing/g)).toHaveLength(5)
  expect(second).toBe(
    '2025-12.json: papers[1]: not of type object; the paper is left out: correct it in the file',
  )
  expect(papersOf(text).map(({ title }) => title)).toEqual(['A paper with every field'])
})

const LONG = 'a'.repeat(196)
test.each([
  ['', 'is empty'],
  ['half-\ud83d', 'holds half a character (a lone surrogate)'],
  ['\ude00-half', 'holds half a character (a lone surrogate)'],
  ['a\u0000b', 'holds a control character'],
  ['a\nb', 'holds a control character'],
  [LONG, 'is 196 bytes long, and file names have room for 195'],
  ['深'.repeat(100), 'is 300 bytes long, and file names have room for 195'],
  ['CON', 'is the name of a device on Windows'],
  ['nul', 'is the name of a device on Windows'],
  ['com1', 'is the name of a device on Windows'],
  ['Aux.paper', 'is the name of a device on Windows'],
  ['x.bib', 'ends in .bib, as files beside the page of a paper do'],
  ['x.JSON', 'ends in .JSON, as files beside the page of a paper do'],
  ['x.html', 'ends in .html, as files beside the page of a paper do'],
  ['x.', 'ends with a dot'],
  ['x ', 'begins or ends with white space'],
  ['..', 'begins with a dot'],
  ['../x', 'holds a slash and is no arXiv id'],
  ['a/b', 'holds a slash and is no arXiv id'],
  ['a\\b', 'holds \\, which file names on Windows cannot have'],
  ['what?', 'holds ?, which file names on Windows cannot have'],
])('%j is no id and no alias, and says message; the other papers are read', (id, message) => {
  const other = { id: 'another', aliases: [] }
  for (const [bad, place] of [
    [{ id, aliases: [] }, 'id'],
    [{ id: 'good', aliases: ['fine', id] }, 'aliases[1]'],
  ] as const) {
    const text = monthOf(bad, other)
    expect(linesOf(text)).toEqual([
      `2025-12.json: papers[0]: ${place}: an id that ${message}; “A paper with every field” is left out: correct it in the file`,
    ])
    expect(papersOf(text).map(paper => paper.id)).toEqual(['another'])
  }
})

test.each([
  'a'.repeat(195),
  '深'.repeat(65),
  'math.GT/0309136',
  '2512.00001',
  'console',
  'x.bibliography',
  'naïve',
  'v1.5',
])('%s is an id', id => {
  expect(linesOf(monthOf({ id, aliases: [] }))).toEqual([])
})

test('a file that is cut in the middle of a record gives the records before it', () => {
  const text = fixture(VERSION)
  const cut = text.slice(0, text.indexOf('A paper of which little is known'))
  const [line, ...others] = linesOf(cut)
  expect(line).toMatch(
    /^2025-12\.json:\d+: not valid JSON: a string that is never closed \(column \d+\); the paper that begins in line \d+ is left out: correct it in the file$/,
  )
  expect(others).toEqual([])
  expect(papersOf(cut).map(({ title }) => title)).toEqual(['A paper with every field'])
})

test('of a file with a damaged record, or damage between records, the whole ones are read', () => {
  const text = fixture(VERSION)
  const merged = text.replace('    {\n', '    {\n<<<<<<< ours\n')
  expect(papersOf(merged).map(({ title }) => title)).toEqual(['A paper of which little is known'])
  expect(linesOf(merged)).toHaveLength(1)
  const without = text.replace('    },\n    {', '    }\n    {')
  expect(papersOf(without)).toHaveLength(2)
  expect(linesOf(without)).toEqual([
    expect.stringMatching(/^2025-12\.json:\d+: not valid JSON: a comma or \]/),
  ])
})

test('an id leads to one paper, also where file systems do not tell upper from lower case', () => {
  const files = [
    { path: 'a.json', content: contentOf(monthOf({ id: 'foo', aliases: [] }, { id: 'Foo', aliases: [] })) },
    {
      path: 'b.json',
      content: contentOf(
        monthOf(
          { id: 'bar', aliases: ['was', 'Bar'] },
          { id: 'baz', aliases: ['BAR'] },
          { id: 'was', aliases: [] },
          { id: 'caf\u00e9', aliases: [] },
          { id: 'cafe\u0301', aliases: [] },
        ),
      ),
    },
  ]
  const [a, b] = withoutClashes(files)
  expect(a?.content.records.map(({ paper }) => paper.id)).toEqual(['foo'])
  expect(b?.content.records.map(({ paper }) => paper.id)).toEqual(['was', 'caf\u00e9'])
  expect([...(a?.content.faults ?? []), ...(b?.content.faults ?? [])].map(({ message }) => message)).toEqual([
    'id: “Foo” leads to another paper already, a.json: papers[0] (as “foo”, which is one file name)',
    'aliases[0]: “was” leads to another paper already, b.json: papers[2]',
    'aliases[0]: “BAR” leads to another paper already, b.json: papers[0] (as “bar”, which is one file name)',
    expect.stringContaining('id: “cafe\u0301” leads to another paper already, b.json: papers[3]'),
  ])
})
