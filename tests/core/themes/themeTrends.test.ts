import { expect, test } from 'vitest'
import { themeTrends } from '#core/themes/themeTrends.ts'
import { digestEngine } from '../../fixtures/digest.ts'
import { paperWith } from '../../fixtures/paper.ts'

const paper = (publishedAt: string | undefined, ...themes: string[]) =>
  paperWith({ themes, ...(publishedAt !== undefined && { publishedAt }) })

test('papers are counted by theme and month; without a date by theme only', () => {
  const papers = [paper('2025-01-03', 'a', 'b'), paper('2025-03-01', 'a'), paper(undefined, 'a', 'gone')]
  expect(themeTrends(papers, [{ id: 'a' }, { id: 'b' }, { id: 'c' }])).toEqual({
    months: ['2025-01', '2025-02', '2025-03'],
    themes: [
      { theme: 'a', papers: 3, byMonth: [1, 0, 1] },
      { theme: 'b', papers: 1, byMonth: [1, 0, 0] },
      { theme: 'c', papers: 0, byMonth: [0, 0, 0] },
    ],
    papers: 3,
  })
  expect(themeTrends([], [])).toEqual({ months: [], themes: [], papers: 0 })
})

test('of many months the last 24 are drawn', () => {
  const { months, themes } = themeTrends([paper('2020-05-01', 'a'), paper('2025-06-01', 'a')], [{ id: 'a' }])
  expect([months[0], months.length, months.at(-1)]).toEqual(['2023-07', 24, '2025-06'])
  expect(themes[0]).toMatchObject({ papers: 2 })
})

test('the counts are those of the facet', async () => {
  const { themes } = await digestEngine().themes({})
  const { facets } = await digestEngine().search({ q: '', page: 1, pageSize: 1 })
  const known = new Map(facets.theme.values.map(({ value, count }) => [value, count]))
  for (const { theme, papers } of themes) expect([theme, papers]).toEqual([theme, known.get(theme) ?? 0])
})
