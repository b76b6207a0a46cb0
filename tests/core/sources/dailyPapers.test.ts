import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dailyPapers } from '#core/sources/dailyPapers.ts'
import { readSource } from '#core/sources/index.ts'
import type { SourceReading } from '#core/sources/source.ts'

const fixture = (name: string): string =>
  readFileSync(new URL(`../../fixtures/daily-papers/${name}`, import.meta.url), 'utf8')

const context = { name: 'day.json', day: '2025-12-11' }
const read = (...entries: unknown[]): SourceReading => dailyPapers.read(JSON.stringify(entries), context)
const papersOf = ({ records }: SourceReading) => records.map(({ paper }) => paper)
const problemsOf = ({ problems }: SourceReading) =>
  problems.map(({ where, message }) => `${where}: ${message}`)

test.each([
  ['[{"paper": {"id": "2512.00001"', 1],
  ['\ufeff\n [ { "title": "A", "paper" : {', 1],
  [`["{'paper': {'id'`, 1],
  [`{"status": "success", "date": "2025-01-10", "data": ["{'paper': {`, 1],
  ['{"status": "success", "data": []}', 0.4],
  [' [ ] ', 0.4],
  ['{"error": "none"}', 0.3],
  ['[{"title": "A paper: {"}]', 0],
  ['[{"title": "The \\"paper\\": {"}]', 0],
  ['{"version": 1, "papers": []}', 0],
  ['{"title": "A"}\n{"title": "B"}', 0],
  ['paper: {', 0],
])('%j is told by its content', (text, score) => {
  expect(dailyPapers.detect(text, 'any.json')).toBe(score)
})

test.each(['a.facts.json', 'daily-papers-2025-12-11.txt', 'a.xml', 'notes'])(
  'under the name %s it is told from the other formats all the same',
  name => {
    const [record] = readSource('[{"paper": {"id": "2512.00001", "title": "A Title"}}]', { name }).records
    expect(record?.paper.sources.map(({ format }) => format)).toEqual(['daily-papers'])
    const [fact] = readSource('[{"title": "A Title", "listedOnDaily": "2025-12-11"}]', {
      name: 'daily_papers.json',
    }).records
    expect(fact?.paper.sources.map(({ format }) => format)).toEqual(['facts'])
  },
)

test('a weekend is an empty list, and no problem', () => {
  expect(readSource('[]', { name: '2025-12-13.json', day: '2025-12-13' })).toEqual({
    records: [],
    problems: [],
  })
  expect(readSource('{"data": []}', { name: '2025-12-13.json', day: '2025-12-13' })).toEqual({
    records: [],
    problems: [],
  })
})

test.each([
  ['{"error": "Not found"}', 'an error of the API: “Not found”'],
  ['{"statusCode": 429, "error": {"message": "Slow down"}}', 'Slow down'],
  [`{"error": "${'long '.repeat(70)}"}`, 'long…'],
  ['{"error": null, "papers": 1}', 'no list of daily papers'],
  ['{"data": {}}', 'no list of daily papers'],
  ['"paper"', 'no list of daily papers'],
  ['null', 'no list of daily papers'],
])('%s is refused with its message', (text, message) => {
  const { records, problems } = dailyPapers.read(text, context)
  expect(records).toEqual([])
  expect(problems).toEqual([{ where: '', message: expect.stringContaining(message), dropped: true }])
})

test('an error beside a list does not hide it', () => {
  const text = '{"error": null, "data": [{"paper": {"id": "2512.00001", "title": "A"}}]}'
  expect(papersOf(dailyPapers.read(text, context))).toHaveLength(1)
})

test('a paper is listed on its own day, else on the one the file says, else on that of its name', () => {
  const entry = { paper: { id: '2512.00001', title: 'A' } }
  const dated = { paper: { ...entry.paper, submittedOnDailyAt: '2025-12-09T23:00:00.000Z' } }
  const wrapped = JSON.stringify({ date: '2025-12-10', data: [entry, dated] })
  const listed = (reading: SourceReading) => papersOf(reading).map(({ listedOn }) => listedOn)
  expect(listed(dailyPapers.read(wrapped, context))).toEqual([['2025-12-10'], ['2025-12-09']])
  expect(listed(read(entry, dated))).toEqual([['2025-12-11'], ['2025-12-09']])
  const unknown = dailyPapers.read(JSON.stringify([entry, dated]), { name: 'day.json' })
  expect(listed(unknown)).toEqual([[], ['2025-12-09']])
  expect(unknown.problems).toEqual([
    { where: '', message: expect.stringContaining('name it with --date'), dropped: false, times: 1 },
  ])
})

test('counts are of the day the file was captured, and of no day where nothing says it', () => {
  const entry = { paper: { id: '2512.00001', title: 'A', upvotes: 3 }, numComments: 0 }
  expect(papersOf(read(entry))).toEqual([
    expect.objectContaining({ upvotes: 3, upvotesOn: '2025-12-11', comments: 0, commentsOn: '2025-12-11' }),
  ])
  const [undated] = papersOf(dailyPapers.read(JSON.stringify([entry]), { name: 'day.json' }))
  expect(undated).toMatchObject({ upvotes: 3, comments: 0 })
  expect(undated).not.toHaveProperty('upvotesOn')
  expect(undated).not.toHaveProperty('commentsOn')
})

test('the publication is that of the paper, never that of the entry', () => {
  const [paper] = papersOf(read({ paper: { id: '2512.00001', title: 'A' }, publishedAt: '2025-12-10' }))
  expect(paper).not.toHaveProperty('publishedAt')
})

test('20,000 authors are read, and as many bad ones are one problem', () => {
  const authors = Array.from({ length: 20_000 }, (_, index) => ({
    name: `A. Author ${index}`,
    hidden: false,
  }))
  const [paper] = papersOf(read({ paper: { id: '2512.00001', title: 'A', authors } }))
  expect(paper?.authors).toHaveLength(20_000)
  expect(paper).not.toHaveProperty('authorCount')
  const bad = read({ paper: { id: '2512.00001', title: 'A', authors: authors.map(({ name }) => name) } })
  expect(papersOf(bad)).toEqual([expect.objectContaining({ authorCount: 20_000 })])
  expect(bad.problems).toEqual([
    {
      where: '[0].paper.authors[0]',
      message: 'left out: not of type object (and 19999 more of this list)',
      dropped: true,
      times: 20_000,
    },
  ])
})

test('deep JSON, and a deep literal within, are refused', () => {
  const deep = '['.repeat(100_000)
  expect(problemsOf(dailyPapers.read(`[{"paper": {"title": ${deep}`, context))).toEqual([
    expect.stringContaining('nested deeper than 64 levels'),
  ])
  const literal = read({ paper: { id: '2512.00001', title: 'A' } }, `{'paper': {'title': ${deep}`)
  expect(papersOf(literal)).toHaveLength(1)
  expect(problemsOf(literal)).toEqual([expect.stringContaining('nested deeper than 64 levels')])
})

test('keys that objects inherit are keys like any other, in JSON and in literals', () => {
  const keys = ['__proto__', 'constructor', 'toString', 'hasOwnProperty']
  const json = keys.map(key => `"${key}": {"title": "Inherited", "paper": {"title": "Inherited"}}`).join(', ')
  const text = `[{${json}}, {"paper": {${json}}}, ${JSON.stringify(`{'paper': {${json}}}`)}]`
  const { records, problems } = dailyPapers.read(text, context)
  expect(records).toEqual([])
  expect(problems.map(({ where }) => where)).toEqual(['[0].paper', '[1].paper.title', '[2].paper.title'])
  expect(({} as { title?: unknown }).title).toBeUndefined()
})

const eras = fixture('eras-2025-12-11.api.json')
const files = [
  eras,
  ...['bad-fields-2025-12-11', 'python-2024-12-11'].map(name => fixture(`${name}.api.json`)),
]

test('a file that is cut anywhere says so, unless all is there', () => {
  const whole = dailyPapers.read(eras, context)
  for (let end = 0; end < eras.length; end++) {
    const reading = dailyPapers.read(eras.slice(0, end), context)
    if (!reading.problems.some(({ dropped }) => dropped)) expect(reading).toEqual(whole)
  }
})

test('a literal that is cut anywhere says so, and gives no text that is not whole', () => {
  const [literal = ''] = JSON.parse(fixture('python-2024-12-11.api.json')) as string[]
  const [whole] = papersOf(read(literal))
  for (let end = 0; end < literal.length; end++) {
    const reading = read(literal.slice(0, end))
    expect(reading.problems.some(({ dropped }) => dropped)).toBe(true)
    for (const { title, abstract, authors, upvotes } of papersOf(reading)) {
      expect(title).toBe(whole?.title)
      for (const fact of [abstract, authors, upvotes].filter(value => value !== undefined)) {
        expect([whole?.abstract, whole?.authors, whole?.upvotes]).toContainEqual(fact)
      }
    }
  }
})

const withoutPlace = (reading: SourceReading) =>
  [
    ...reading.records.map(({ paper: { positions: _, ...paper } }) => JSON.stringify(paper)),
    ...reading.problems.map(({ where, message }) => `${where.replace(/^\[\d+\]/, '')} ${message}`),
  ].sort()

test('the order of entries is all one', () => {
  const entries = files.flatMap(text => JSON.parse(text) as unknown[])
  const inOrder = withoutPlace(read(...entries))
  fc.assert(
    fc.property(fc.shuffledSubarray(entries, { minLength: entries.length }), shuffled => {
      expect(withoutPlace(read(...shuffled))).toEqual(inOrder)
    }),
  )
})

const anything = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom<unknown>(
    -1,
    1e308,
    '',
    '99999-01-01',
    '2026-02-31T00:00:00Z',
    '\ud83d\0',
    'https://a.b/ c',
  ),
)
const field = fc.oneof(anything, fc.array(anything), fc.constant('2025-12-11T00:00:00Z'))
const fieldsOf = (...names: string[]) =>
  fc.record(Object.fromEntries(names.map(name => [name, field])), { requiredKeys: [] })
const arbitraryPaper = fieldsOf(
  ...['id', 'title', 'summary', 'authors', 'publishedAt', 'submittedOnDailyAt', 'upvotes', 'ai_keywords'],
  ...['githubRepo', 'projectPage', 'organization'],
)
const arbitraryEntry = fc
  .tuple(fieldsOf('title', 'summary', 'numComments', 'organization'), fc.oneof(field, arbitraryPaper))
  .map(([entry, paper]) => ({ ...entry, paper }))

test('whatever the fields hold, every entry is a record or a problem that says where [row 24]', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(arbitraryEntry, anything)), entries => {
      const { records, problems } = read(...entries)
      const places = new Set([...records, ...problems].map(({ where }) => /^\[\d+\]/.exec(where)?.[0]))
      expect(places).toEqual(new Set(entries.map((_, index) => `[${index}]`)))
    }),
  )
})

test('no text makes reading fail [row 24]', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...files),
      fc.nat(),
      fc.nat(60),
      fc.string(),
      (text, at, length, inserted) => {
        const start = at % text.length
        const changed = text.slice(0, start) + inserted + text.slice(start + length)
        const { records, problems } = dailyPapers.read(changed, context)
        expect(records.length + problems.length).toBeGreaterThan(0)
        expect(dailyPapers.detect(changed, 'a.json')).toBeGreaterThanOrEqual(0)
      },
    ),
  )
})
