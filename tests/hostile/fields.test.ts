import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ingest } from '#cli/ingest/ingestion.ts'
import { parseText } from '#cli/ingest/readFiles.ts'
import { formatMonthFile } from '#core/papers/monthFile.ts'
import { Paper, PaperRecord } from '#core/papers/paper.ts'
import { readSource } from '#core/sources/index.ts'
import type { SourceReading } from '#core/sources/source.ts'

type Fields = Record<string, unknown>

const GOOD: Fields = {
  title: 'A Good Paper',
  abstract: 'What it says.',
  authors: ['Ana Li', 'Bo Roe'],
  publishedAt: '2025-12-10',
  upvotes: 3,
}

/** A file of each format made of JSON, with the fields of one paper in it. */
const FILES: Record<string, [name: string, textOf: (fields: Fields) => string]> = {
  'a line': ['some.jsonl', fields => `${JSON.stringify(fields)}\n`],
  'a day': [
    'day-2025-12-11.json',
    ({ abstract, authors, ...fields }) => {
      const names = Array.isArray(authors) ? authors.map(name => ({ name })) : authors
      return JSON.stringify([{ paper: { id: '2512.00001', summary: abstract, authors: names, ...fields } }])
    },
  ],
  facts: ['some.facts.json', fields => JSON.stringify([fields])],
  'a month': [
    '2025-12.json',
    fields => {
      const paper = { id: 'good', aliases: [], alsoTitled: [], listedOn: [], codeUrls: [], projectUrls: [] }
      const gave = Object.keys(fields).filter(key => Object.hasOwn(GOOD, key))
      const sources = [{ name: 'a.txt', format: 'facts', gave: gave.sort() }]
      return JSON.stringify({
        version: 1,
        papers: [{ ...paper, keywords: [], categories: [], sources, ...fields }],
      })
    },
  ],
}
const each = Object.entries(FILES).map(([called, [name, textOf]]) => ({ called, name, textOf }))

const readAs = (name: string, text: string): SourceReading => readSource(text, { name })
const papersOf = ({ records }: SourceReading) => records.map(({ paper }) => paper)
const schemaKeys = new Set(Object.keys(Paper.shape))

/** Keys that mean something to the language, set as a file sets them: as the object's own. */
const KEYS = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  'then',
  'toJSON',
]
const odd = fc.jsonValue({ maxDepth: 2 })
const polluting = fc.letrec(tie => ({
  value: fc.oneof({ maxDepth: 4 }, odd, fc.constant({ polluted: true }), tie('object')),
  object: fc
    .array(fc.tuple(fc.constantFrom(...KEYS, 'polluted', 'generationData', 'html'), tie('value')), {
      maxLength: 4,
    })
    .map(entries => ({ odd: entries })),
})).object

/** As text, since an object of this language would take `__proto__` for something else. */
function jsonWith(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(jsonWith).join(',')}]`
  const entries = 'odd' in value ? (value.odd as [string, unknown][]) : Object.entries(value)
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${jsonWith(item)}`).join(',')}}`
}

const prototypesNow = (): string[] =>
  [Object.prototype, Array.prototype, String.prototype, Function.prototype].map(prototype =>
    Reflect.ownKeys(prototype).map(String).join(' '),
  )

test.each(each)(
  '$called with keys of the language at any depth reaches no prototype [row 15]',
  ({ name, textOf }) => {
    const before = prototypesNow()
    const good = papersOf(readAs(name, textOf(GOOD)))
    expect(good).toHaveLength(1)
    fc.assert(
      fc.property(polluting, extra => {
        const more = jsonWith(extra).slice(1, -1)
        const text = textOf(GOOD).replace('"title":', () => (more === '' ? '"title":' : `${more},"title":`))
        const reading = readAs(name, text)
        expect(papersOf(reading).map(paper => ({ ...paper }))).toEqual(good)
        for (const paper of papersOf(reading)) expect(Object.getPrototypeOf(paper)).toBe(Object.prototype)
        expect(prototypesNow()).toEqual(before)
        expect({}).not.toHaveProperty('polluted')
      }),
    )
  },
)

test.each(each)('$called with fields that nobody knows gives the same paper [row 23]', ({ name, textOf }) => {
  const good = papersOf(readAs(name, textOf(GOOD)))
  const known = new Set([
    ...schemaKeys,
    'summary',
    'day',
    'numComments',
    'githubRepo',
    'projectPage',
    'ai_keywords',
  ])
  const unknown = fc
    .dictionary(
      fc.oneof(fc.constantFrom('customData', 'link', 'html', 'srcdoc', 'style'), fc.string()),
      fc.oneof(odd, fc.constant({ generationData: { html: '<img src=x onerror=alert(1)>' } })),
    )
    .map(fields =>
      Object.fromEntries(
        Object.entries(fields).filter(
          ([key]) =>
            !known.has(key) &&
            !/url|github|project|stars|submit|publish|media|thumb|org|vote|key|com/i.test(key),
        ),
      ),
    )
  fc.assert(
    fc.property(unknown, extra => {
      expect(papersOf(readAs(name, textOf({ ...GOOD, ...extra })))).toEqual(good)
    }),
  )
})

const WRONG = fc.oneof(
  odd,
  fc.constantFrom<unknown>(
    0,
    -0,
    -1,
    1.5,
    99_999,
    1e300,
    '',
    ' ',
    '2026-02-31',
    '99999-01-01',
    'NaN',
    null,
    true,
  ),
  fc.constantFrom<unknown>(
    [],
    {},
    [[]],
    [null],
    ['a', 7],
    { name: 7 },
    '\ud800',
    'a\0b',
    'javascript:alert(1)',
  ),
)
const FIELDS = [...schemaKeys].filter(key => key !== 'sources')

test.each(each)(
  '$called with values of any kind is a valid paper, or says at what field it is not [row 24]',
  ({ name, textOf }) => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...FIELDS), WRONG), wrong => {
        const { records, problems } = readAs(name, textOf({ ...GOOD, ...wrong }))
        expect(records.length + problems.filter(({ dropped }) => dropped).length).toBeGreaterThan(0)
        for (const { paper } of records) {
          expect(PaperRecord.safeParse(paper).success).toBe(true)
          expect(Object.keys(paper).filter(key => !schemaKeys.has(key))).toEqual([])
        }
        for (const { message } of problems) expect(message).toMatch(/\S/)
        // A single line that is no paper is one object: its fields are named.
        if (records.length === 0) expect(`${problems[0]?.where} ${problems[0]?.message}`).toMatch(/\d|fields/)
      }),
      { numRuns: 300 },
    )
  },
)

test.each(['1e400', '-1e400', '9'.repeat(400)])(
  'a number as large as %s is none, and is said [row 24]',
  number => {
    const { records, problems } = readAs('some.jsonl', `{"title":"A","upvotes":${number}}`)
    expect(records.map(({ paper }) => paper.upvotes)).toEqual([undefined])
    expect(problems.filter(({ dropped }) => dropped)).toMatchObject([
      { where: 'line 1.upvotes', message: expect.stringContaining('not a count') },
    ])
  },
)

test.each(each.filter(({ called }) => called !== 'facts'))(
  '$called taken in twice is taken in once, and is the same when it is read from what was written [row 26]',
  ({ name, textOf }) => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...FIELDS), WRONG), wrong => {
        const file = parseText(name, textOf({ ...GOOD, ...wrong }))
        const once = ingest([file], []).papers
        expect(ingest([file], once).papers).toEqual(once)
        const written = parseText('2025-12.json', formatMonthFile(once))
        expect(written.reading.problems).toEqual([])
        expect(ingest([written], once).papers).toEqual(once)
      }),
    )
  },
)
