import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergeInto } from '#core/papers/corpus.ts'
import { paperOf } from '#core/papers/paperOf.ts'
import { facts } from '#core/sources/facts.ts'
import { readSource } from '#core/sources/index.ts'

const readDigest = (name: string) => {
  const text = readFileSync(new URL(`../../../data/sources/${name}`, import.meta.url), 'utf8')
  const { records, problems } = readSource(text, { name, day: '2025-12-11' })
  expect(problems).toEqual([])
  return records.map(({ paper, enrichesOnly }) => ({ paper: paperOf(paper), enrichesOnly }))
}

test('the facts of the digest enrich 16 of its 46 papers', () => {
  const { papers, outcomes } = mergeInto(
    [],
    [...readDigest('daily-papers-2025-12-11.txt'), ...readDigest('daily-papers-2025-12-11.facts.json')],
  )
  expect(papers).toHaveLength(46)
  expect(outcomes.filter(outcome => outcome === 'merged')).toHaveLength(16)
  const enriched = papers.filter(({ arxivId }) => arxivId !== undefined)
  expect(enriched).toHaveLength(16)
  for (const { id, arxivId, aliases, authors, sources } of enriched) {
    expect(id).toBe(arxivId)
    expect(aliases).toEqual([expect.stringMatching(/^[a-z0-9-]+$/)])
    expect(authors).not.toEqual([])
    expect(sources.map(({ format }) => format)).toEqual(['facts', 'page-text'])
  }
})

test('facts date three of the four papers the page left undated, and one can still tell', () => {
  const { papers } = mergeInto(
    [],
    [...readDigest('daily-papers-2025-12-11.txt'), ...readDigest('daily-papers-2025-12-11.facts.json')],
  )
  const undatedByPage = papers.filter(({ sources }) =>
    sources.some(({ format, gave }) => format === 'page-text' && !gave.includes('publishedAt')),
  )
  expect(undatedByPage).toHaveLength(4)
  expect(undatedByPage.filter(({ publishedAt }) => publishedAt !== undefined)).toHaveLength(3)
})

test('facts never add a paper of their own', () => {
  const { records } = facts.read('[{"title": "A"}]', { name: 'a.facts.json' })
  expect(records.map(({ enrichesOnly }) => enrichesOnly)).toEqual([true])
})

test.each([
  ['a list with days of listing', '\ufeff [{"title": "A", "listedOnDaily": "2025-12-11"}]', 'some.json', 0.5],
  ['a list of titles: of papers', '[{"title": "A"}]', 'some.json', 0],
  ['whatever stands in a file called so', '', 'my_facts-2025-12-11.json', 0.9],
  ['a list under a name that only contains the word', '[{"title": "A"}]', 'artifacts.json', 0],
  [
    'days of listing behind long abstracts',
    `[{"abstract": "${'long '.repeat(1_000)}", "title": "A", "listedOnDaily": "2025-12-11"}]`,
    'some.json',
    0.5,
  ],
  ['whatever stands in a file of that name', '', 'SOME.Facts.json', 0.9],
  ['a list without titles', '[{"name": "A"}]', 'some.json', 0],
  ['one title', '{"title": "A"}', 'some.json', 0],
])('%s is taken for facts by so much', (_, text, name, score) => {
  expect(facts.detect(text, name)).toBe(score)
})

test.each([
  ['[{"title": "A"},\n {"title": "B",}]', 'line 2', 'a key in double quotes expected, found "}" (column 16)'],
  ['[{"title": "A"}', 'line 1', 'the text ends where a comma or ] should come'],
  ['{"title": "A"}', '', 'must be an array'],
  [`[{"title": ${'['.repeat(64)}`, 'line 1', 'nested deeper than 64 levels'],
])('%s is refused as a whole', (text, where, message) => {
  const { records, problems } = facts.read(text, { name: 'a.facts.json' })
  expect(records).toEqual([])
  expect(problems).toEqual([{ where, message: expect.stringContaining(message), dropped: true }])
})

test('no JSON makes reading fail, and every entry is a record or a problem [row 24]', () => {
  const title = fc.record({ title: fc.oneof(fc.string(), fc.jsonValue()) }, { requiredKeys: [] })
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.jsonValue({ maxDepth: 3 }), title)), entries => {
      const { records, problems } = facts.read(JSON.stringify(entries), { name: 'a.facts.json' })
      const places = new Set([...records, ...problems].map(({ where }) => where.replace(/\..*/, '')))
      expect(places).toEqual(new Set(entries.map((_, index) => `[${index}]`)))
    }),
  )
})

const read = (entries: object[]) => facts.read(JSON.stringify(entries), { name: 'a.facts.json' })
const idsIn = (entries: object[]) => read(entries).records.map(({ paper }) => paper.arxivId)

test('an id that a file gives to two titles is reported at both, and neither has it; all else is read', () => {
  const entries = [
    { title: 'Bread', arxivId: '2510.01235', authors: ['Ada Example'] },
    { title: 'Butter', arxivId: 'https://arxiv.org/abs/2510.01235v2', keywords: ['dairy'] },
    { title: 'Jam', arxivId: '2510.01236' },
  ]
  expect(idsIn(entries)).toEqual([undefined, undefined, '2510.01236'])
  const { records, problems } = read(entries)
  expect(records.map(({ paper }) => paper.authors ?? paper.keywords)).toEqual([
    ['Ada Example'],
    ['dairy'],
    [],
  ])
  expect(problems).toEqual([
    {
      where: '[0].arxivId',
      message: 'left out: 2510.01235 is the id of “Butter” in [1], too: correct one',
      dropped: true,
    },
    {
      where: '[1].arxivId',
      message: 'left out: 2510.01235 is the id of “Bread” in [0], too: correct one',
      dropped: true,
    },
  ])
})

test('two ids of one title are reported at both; the same id of the same title twice is none of that', () => {
  const twice = [
    { title: 'On Bread', arxivId: '2510.01235' },
    { title: 'on bread', arxivId: '2510.01236' },
  ]
  expect(idsIn(twice)).toEqual([undefined, undefined])
  expect(read(twice).problems.map(({ where, message }) => `${where} ${message}`)).toEqual([
    '[0].arxivId left out: 2510.01235 is not the only id of this title, [1] has 2510.01236: correct one',
    '[1].arxivId left out: 2510.01236 is not the only id of this title, [0] has 2510.01235: correct one',
  ])
  const same = twice.map(entry => ({ ...entry, arxivId: '2510.01235' }))
  expect(read(same).problems).toEqual([])
  expect(idsIn(same)).toEqual(['2510.01235', '2510.01235'])
})

test('contradictory ids merge nothing, whatever the corpus knows', () => {
  const known = ['Bread', 'Butter'].map(title => ({ title, listedOn: ['2025-10-03'] }))
  const incoming = [
    ...readSource(known.map(paper => JSON.stringify(paper)).join('\n'), { name: 'a.jsonl' }).records,
    ...read(known.map(({ title }) => ({ title, arxivId: '2510.01235' }))).records,
  ]
  const { papers } = mergeInto(
    [],
    incoming.map(({ paper, enrichesOnly }) => ({ paper: paperOf(paper), enrichesOnly })),
  )
  expect(papers.map(({ title }) => title)).toEqual(['Bread', 'Butter'])
})

test.each([
  ['publishedAt', '2026-02-31', '2026-02-31 is no day of the calendar'],
  ['publishedAt', '2025-13', '2025-13 is no day of the calendar'],
  ['listedOnDaily', '2025-02-29', '2025-02-29 is no day of the calendar'],
  ['listedOnDaily', '2025-12', '2025-12 is no day of the calendar'],
  ['publishedAt', '11 Dec 2025', 'not a day written yyyy-mm-dd'],
  ['publishedAt', 2025, 'not a day written yyyy-mm-dd'],
])('%s %s is left out with its place, and the other facts of the entry are read', (field, value, message) => {
  const { records, problems } = read([{ title: 'Bread', arxivId: '2510.01235', [field]: value }])
  expect(problems).toEqual([{ where: `[0].${field}`, message: `left out: ${message}`, dropped: true }])
  expect(records[0]?.paper).toMatchObject({ arxivId: '2510.01235', listedOn: [] })
  expect(records[0]?.paper.publishedAt).toBeUndefined()
})

test.each(['2025', '2025-12', '2024-02-29'])('%s is a date of as much precision as it has', date => {
  expect(read([{ title: 'Bread', publishedAt: date }]).records[0]?.paper.publishedAt).toBe(date)
})

test('authors of a facts file that end in others', () => {
  const text = JSON.stringify([{ title: 'Tidal caches', authors: ['Ada Example', 'et al.'] }])
  const { records } = facts.read(text, { name: 'a.facts.json' })
  expect(records[0]?.paper).toMatchObject({ authors: ['Ada Example'], authorsEndInOthers: true })
})
