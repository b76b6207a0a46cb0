import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { mergeInto } from '#core/papers/corpus.ts'
import { parseMonthFile, VERSION } from '#core/papers/monthFile.ts'
import { paperOf } from '#core/papers/paperOf.ts'
import { readSource } from '#core/sources/index.ts'
import { ownPapers } from '#core/sources/ownPapers.ts'

const text = readFileSync(new URL('../../fixtures/month-files/v1.json', import.meta.url), 'utf8')
const read = (content: string) => readSource(content, { name: '2025-12.json' })
const incoming = (content: string) =>
  read(content).records.map(({ paper, aliases, enrichesOnly }) => ({
    paper: paperOf(paper, aliases),
    enrichesOnly,
  }))

test('papers of another corpus come as they are, with the ids they had', () => {
  const month = parseMonthFile(text)
  if (!month.ok) throw new Error(month.message)
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)
  expect(mergeInto([], incoming(text)).papers).toEqual(
    month.value.records.map(({ paper }) => paper).toSorted(byId),
  )
})

test('an id that a paper had goes on leading to it', () => {
  const renamed = text.replaceAll('"a-paper-of-which-little-is-known"', '"its-id-elsewhere"')
  const paper = mergeInto([], incoming(renamed)).papers.find(({ aliases }) =>
    aliases.includes('its-id-elsewhere'),
  )
  expect(paper?.id).toBe('a-paper-of-which-little-is-known')
})

test('a bad paper is left out by its place, and the others are kept', () => {
  const { records, problems } = read(text.replace('"title": "A paper with every field"', '"title": 5'))
  expect(records.map(({ paper }) => paper.title)).toEqual(['A paper of which little is known'])
  expect(problems).toEqual([
    { where: 'papers[0]', message: 'paper left out: title: not of type string', dropped: true },
  ])
})

test('a newer file is refused, and a broken one by its line', () => {
  expect(read(text.replace('"version": 1', `"version": ${VERSION + 1}`)).problems).toEqual([
    { where: '', message: 'was made by a newer version of Broadsheet', dropped: true },
  ])
  const [problem] = read(text.slice(0, 200)).problems
  expect(problem).toMatchObject({ where: expect.stringMatching(/^line \d+$/), dropped: true })
})

test.each([
  [
    '{"version": 1, "papers": [5]}',
    [{ where: 'papers[0]', message: 'paper left out: not of type object', dropped: true }],
  ],
  [
    '{"version": 1, "papers": [{}]}',
    [
      {
        where: 'papers[0]',
        message: expect.stringMatching(
          /^paper left out: id: missing or not of type string; aliases: missing or not of type array; title: .*; and \d+ more faults$/,
        ),
        dropped: true,
      },
    ],
  ],
  [
    '{"version": 1,\n"papers": [}',
    [{ where: 'line 2', message: 'not valid JSON: a value expected, found "}" (column 12)', dropped: true }],
  ],
  [
    '{"version": 0, "papers": []}',
    [{ where: '', message: 'is broken: version: too small or empty', dropped: true }],
  ],
])('of %j it is said what is wrong', (content, problems) => {
  expect(read(content)).toEqual({ records: [], problems })
})

test.each([
  ['{"version":1,"papers":[]}', 1],
  ['\ufeff\n { "version" : 12 , "papers" : []}', 1],
  ['{"version": 1, "things": []}', 0],
  ['{"version": "1", "papers": []}', 0],
  ['{"papers": [], "version": 1}', 0],
  ['file {"version": 1, "papers": []}', 0],
  ['[{"version": 1, "papers": []}]', 0],
])('%j is a month file with sureness %s', (content, score) => {
  expect(ownPapers.detect(content, 'a.txt')).toBe(score)
})
