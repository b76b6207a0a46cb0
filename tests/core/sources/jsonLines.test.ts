import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readSource } from '#core/sources/index.ts'
import { jsonLines } from '#core/sources/jsonLines.ts'

const lines = [
  '{"id":"2512.00001","title":"One","year":2025}',
  '{"title":"Two","authors":["A. Author"],"year":2025}',
  '{"title":"Three","year":2025}',
]
const whole = `${lines.join('\n')}\n`
const read = (text: string, firstLine?: number) =>
  readSource(text, { name: 'some.jsonl', ...(firstLine !== undefined && { firstLine }) })
const titles = (text: string) => read(text).records.map(({ paper }) => paper.title)

test('a file cut inside a line says so; cut between lines it is a shorter file', () => {
  for (let cut = (lines[0] as string).length + 2; cut < whole.length; cut++) {
    const { records, problems } = read(whole.slice(0, cut))
    const complete = lines.filter((_, at) => lines.slice(0, at + 1).join('\n').length <= cut)
    const isBetween = whole.slice(0, cut) === complete.join('\n') || whole[cut - 1] === '\n'
    expect(records).toHaveLength(complete.length)
    expect(problems.some(({ dropped }) => dropped)).toBe(!isBetween)
  }
})

test('lines of a piece are counted from where it stands in the file', () => {
  expect(read(`${lines[0]}\nnonsense\n`, 100).problems[0]?.where).toBe('line 101')
})

test('byte-order mark, Windows line ends, empty lines and a missing last line end make no difference', () => {
  expect(titles(`\ufeff\n\n${lines.join('\r\n\r\n')}`)).toEqual(['One', 'Two', 'Three'])
})

test('one line says what it is, whatever the name', () => {
  expect(titles(lines[1] as string)).toEqual(['Two'])
  expect(jsonLines.detect('{"title": "cut', 'x.jsonl')).toBe(0)
  expect(jsonLines.detect('{"paper": {}}', 'x.jsonl')).toBe(0)
})

test('a line that is too long, too deep or pollutes is left out alone', () => {
  const long = `{"title":"${'x'.repeat(1_000_001)}"}`
  const deep = `{"title":"Deep","x":${'['.repeat(100_000)}`
  const polluting = '{"__proto__":{"title":"Inherited"}}'
  const { records, problems } = read([lines[0], long, deep, polluting, lines[2]].join('\n'))
  expect(records.map(({ paper }) => paper.title)).toEqual(['One', 'Three'])
  expect(problems.filter(({ dropped }) => dropped).map(({ where }) => where)).toEqual([
    'line 2',
    'line 3',
    'line 4',
  ])
  expect(({} as { title?: string }).title).toBeUndefined()
})

test.each([
  ['a paper', '{"title":"One"}', 0.8],
  ['a paper with spaces', '{ "id": "2512.00001", "title" : "One" }\r\n', 0.8],
  ['a paper with its abstract first', `{"abstract":"${'long '.repeat(1_000)}","title":"One"}`, 0.8],
  ['a byte-order mark and empty lines', '\ufeff\n \r\n  {"title":"One"}', 0.8],
  ['another line before the first paper', 'nonsense\n{"title":"One"}\nnonsense', 0.3],
  ['nineteen other lines before it', `${'{}\n'.repeat(19)}{"title":"One"}`, 0.3],
  ['answers of an API, one a line', '{"data":[{"title":"One"}]}\n{"data":[{"title":"Two"}]}', 0.8],
  ['one answer of an API, which is no line of papers', '{"data":[{"title":"One"}]}\n', 0],
  ['twenty other lines before it', `${'{}\n'.repeat(20)}{"title":"One"}`, 0],
  ['a paper in a list', '[\n{"title":"One"}\n]', 0],
  ['a paper behind many empty lines', `${'\n'.repeat(1_000_000)}{"title":"One"}`, 0],
  ['a paper behind other text', 'See {"title":"One"}', 0],
  ['a title further in', '{"paper":{"name":"title"}}', 0],
  ['nothing', '', 0],
])('a text that begins with %s is of this format by %d', (_, text, score) => {
  expect(jsonLines.detect(text, 'some.txt')).toBe(score)
})

test('a byte-order mark and lines of blanks are no part of what is read, but lines are counted', () => {
  const text = `\ufeff${lines[0]}\n\n \t\r\n\n${lines[2]}\r\n`
  const { records, problems } = jsonLines.read(text, { name: 'some.jsonl' })
  expect(records.map(({ paper, where }) => [paper.title, where])).toEqual([
    ['One', 'line 1'],
    ['Three', 'line 5'],
  ])
  expect(problems).toEqual([])
})

const whyOf = (line: string) =>
  jsonLines.read(line, { name: 'some.jsonl' }).problems.map(({ where, message }) => `${where}: ${message}`)

test.each([
  ['{"title":"One\r\n', 'not valid JSON: a string that is never closed (column 10)'],
  [
    '{"title":"One\rTwo"}\r\n',
    'not valid JSON: a line break or control character inside a string (column 14)',
  ],
  ['"One"', 'not an object'],
  ['{"title":" "}', 'title missing or empty'],
])('of the line %j is said why it is left out', (line, message) => {
  expect(whyOf(line)).toEqual([`line 1: line left out: ${message}`])
})

test('a line of a million characters is read, a longer one is not', () => {
  expect(titles((lines[0] as string).padEnd(1_000_000))).toEqual(['One'])
  expect(whyOf((lines[0] as string).padEnd(1_000_001))).toEqual([
    'line 1: line left out: longer than 1000 kB',
  ])
})

test('keywords of both names and categories are kept, empty ones are not', () => {
  const line =
    '{"title":"One","year":2025,"ai_keywords":[""," a "],"keywords":["b"," "],"categories":[" ","cs.CL",""]}'
  expect(read(line).records[0]?.paper).toMatchObject({ keywords: ['a', 'b'], categories: ['cs.CL'] })
  expect(read(line).problems).toEqual([])
})

test('any lines are read without an exception, each a record, a problem or empty [row 21, 24]', () => {
  const value = fc.oneof(fc.json(), fc.string(), fc.constantFrom(...lines))
  fc.assert(
    fc.property(fc.array(value, { maxLength: 6 }), rest => {
      const text = [lines[0], ...rest.map(line => line.replace(/[\r\n]/g, ' '))].join('\n')
      const { records, problems } = read(text)
      const places = [...records, ...problems].map(({ where }) => /^line \d+/.exec(where)?.[0])
      const told = new Set([...places, ...problems.flatMap(({ also = [] }) => also)])
      const written = text.split('\n').filter(line => line.trim() !== '')
      if (!text.includes('\0')) expect(told.size).toBe(written.length)
    }),
  )
})

test('values that say nothing are none', () => {
  const line = {
    title: 'Tidal caches',
    authors: 'nan',
    abstract: 'None',
    arxiv_id: 'null',
    doi: 'N/A',
    date: 'NaT',
  }
  const { records, problems } = jsonLines.read(JSON.stringify(line), { name: 'a.jsonl', day: '2025-12-11' })
  expect(records[0]?.paper.sources[0]?.gave).toEqual(['listedOn', 'title'])
  expect(problems).toEqual([])
})

test.each([
  [{ arxiv_id: 'abc' }, 'arxiv_id', 'not an arXiv id'],
  [{ arxivId: '2413.00001' }, 'arxivId', 'not an arXiv id'],
  [{ doi: 'not-a-doi' }, 'doi', 'not a DOI'],
  [{ url: 'ftp://x' }, 'url', 'not an http or https address'],
  [{ link: 'javascript:alert(1)' }, 'link', 'not an http or https address'],
  [{ url: 'https://arxiv.org/abs/9999.99999' }, 'url', 'not an arXiv id'],
  [{ url: 'https://doi.org/10.1' }, 'url', 'not a DOI'],
])('%j is left out, and that is said', (field, name, message) => {
  const line = JSON.stringify({ title: 'Tidal caches', year: 2025, ...field })
  const { records, problems } = jsonLines.read(`${line}\n${line}`, { name: 'a.jsonl' })
  expect(records).toHaveLength(2)
  expect(problems).toEqual([
    { where: `line 1.${name}`, message: `left out: ${message}`, dropped: true, times: 2, also: ['line 2'] },
  ])
})

test('fields are known in any case, with hyphens and underscores or without', () => {
  const line = {
    Title: 'Tidal caches',
    AUTHORS: ['Ada Example'],
    Year: 2024,
    'ArXiv-ID': '2412.00001',
    PDFURL: '',
  }
  const { records, problems } = readSource(JSON.stringify(line), { name: 'a.jsonl' })
  expect(records[0]?.paper).toMatchObject({
    title: 'Tidal caches',
    authors: ['Ada Example'],
    publishedAt: '2024',
    arxivId: '2412.00001',
  })
  expect(problems).toEqual([])
})

test.each(['name', 'Titel', 'tilte'])('a title in a field named %s is asked for', field => {
  const line = JSON.stringify({ [field]: 'Tidal caches', authors: ['Ada Example'] })
  const message = `title missing or empty: if “${field}” is it, call it “title”`
  expect(readSource(`${line}\n${line}`, { name: 'a.jsonl' }).problems[0]?.message).toBe(
    `line left out: ${message}`,
  )
  expect(readSource(`[${line}]`, { name: 'a.json' }).problems[0]?.message).toBe(`entry left out: ${message}`)
  expect(readSource(line, { name: 'a.json' }).problems[0]?.message).toContain(`named title, not ${field}`)
})

test.each(['[]', '{"data":[]}'])('%s holds no papers, and says so', text => {
  const [problem] = readSource(text, { name: 'a.json' }).problems
  expect(problem?.message).toBe('holds no papers: the list is empty')
})

test.each([
  [{ year: 2024, month: 5 }, '2024-05', undefined],
  [{ year: '2024', month: 'May', day: 3 }, '2024-05-03', undefined],
  [{ year: 2024, month: 2, day: 30 }, '2024-02', 'year: left out: part of the date: there is no “2024-2-30”'],
  [{ date: '2024-13-01' }, '2024', 'date: left out: part of the date: there is no “2024-13-01”'],
  [
    { issued: { 'date-parts': [[2024, 2, 30]] } },
    '2024-02',
    'issued: left out: part of the date: there is no “date-parts-2024-2-30”',
  ],
])('the date of %j is as precise as it is written', (fields, date, problem) => {
  const text = JSON.stringify({ title: 'Tidal caches', ...fields })
  const { records, problems } = jsonLines.read(text, { name: 'a.jsonl' })
  expect(records[0]?.paper.publishedAt).toBe(date)
  const said = problems.map(({ where, message }) => `${where.replace('line 1.', '')}: ${message}`)
  expect(said).toEqual(problem === undefined ? [] : [problem.replace('date-parts-', '')])
})
