import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergeInto } from '#core/corpus.ts'
import { paperOf } from '#core/paper.ts'
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
])('%s is refused as a whole', (text, where, why) => {
  const { records, problems } = facts.read(text, { name: 'a.facts.json' })
  expect(records).toEqual([])
  expect(problems).toEqual([{ where, why: expect.stringContaining(why), lost: true }])
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
