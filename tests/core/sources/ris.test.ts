import { expect, test } from 'vitest'
import { ris } from '#core/sources/ris.ts'

const read = (...lines: string[]) =>
  ris.read(['TY  - JOUR', 'TI  - Tidal caches', ...lines, 'ER  - ', ''].join('\n'), { name: 'a.ris' })

test.each([
  ['AU  - Example, Ada', 'AU  - et al.'],
  ['AU  - Example, Ada, et al.'],
  ['AU  - Example, Ada', 'AU  - others'],
])('authors that end in others: %j', (...lines) => {
  expect(read(...lines).records[0]?.paper).toMatchObject({
    authors: ['Ada Example'],
    authorsEndInOthers: true,
  })
})

test('values that say nothing are none', () => {
  const { paper } = read('AU  - None', 'AB  - N/A', 'DO  - nan').records[0] ?? {}
  expect(paper?.sources[0]?.gave).toEqual(['kind', 'title'])
})

test.each([
  [['DA  - 2020-02-30', 'PY  - 2020'], '2020-02', '2020-02-30'],
  [['PY  - 2020/13/01'], '2020', '2020/13/01'],
  [['DA  - 2020/02/03/', 'PY  - 2020'], '2020-02-03', undefined],
  [['PY  - 2020', 'DA  - Feb 30'], '2020-02', 'Feb 30'],
])('a part of a date that there is not is left out and named: %j', (lines, date, flaw) => {
  const { records, problems } = read(...lines)
  expect(records[0]?.paper.publishedAt).toBe(date)
  const message = `part of the date left out: there is no “${flaw}”`
  expect(problems.map(problem => problem.message)).toEqual(flaw === undefined ? [] : [message])
})

test.each([
  [['DP  - 2023 Jan-Feb'], '2023-01'],
  [['DP  - 2023 Jan 5-12'], '2023-01-05'],
  [['DP  - 2022 Dec-2023 Jan'], '2022-12'],
  [['DP  - 2023 Spring'], '2023'],
  [['DP  - 2023 Jan', 'DEP - 20230105'], '2023-01-05'],
  [['DEP - 20230105'], '2023-01-05'],
])('dates of PubMed: %j', (lines, date) => {
  const text = ['PMID- 1', 'TI  - Tidal caches.', ...lines, ''].join('\n')
  const { records, problems } = ris.read(text, { name: 'a.nbib' })
  expect([records[0]?.paper.publishedAt, problems]).toEqual([date, []])
})
