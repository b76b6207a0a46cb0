import type { Coverage } from '../papers/coverage.ts'
import type { CorpusPaper } from '../papers/manifest.ts'
import type { Theme } from '../papers/theme.ts'
import { FACETS } from '../search/facets.ts'
import { monthsUpTo } from '../search/trends.ts'

/** How many papers a theme has, and in which months they were published. */
export interface ThemeTrend {
  theme: string
  /** Papers without a date are counted here only. */
  papers: number
  /** One number for each month of the trends. */
  byMonth: number[]
}

export interface ThemeTrends {
  /** The same for all themes, so that their columns can be compared: the last that have papers, at most 24. */
  months: string[]
  /** In the order of the themes file. */
  themes: ThemeTrend[]
  /** The number of papers counted. */
  papers: number
  partial: Coverage | null
}

const MAX_MONTHS = 24

/** Counts the papers of each theme, and by month. Each paper is looked at twice. */
export function themeTrends(
  papers: readonly CorpusPaper[],
  themes: readonly Pick<Theme, 'id'>[],
): Omit<ThemeTrends, 'partial'> {
  const monthsOf = FACETS.published.values
  const months = monthsUpTo(new Set(papers.flatMap(monthsOf)), MAX_MONTHS)
  const placeOf = new Map(months.map((month, place) => [month, place]))
  const trends = new Map<string, ThemeTrend>(
    themes.map(({ id }) => [id, { theme: id, papers: 0, byMonth: months.map(() => 0) }]),
  )
  for (const paper of papers) {
    const place = placeOf.get(monthsOf(paper)[0] ?? '')
    for (const theme of paper.themes) {
      const trend = trends.get(theme)
      if (!trend) continue
      trend.papers++
      if (place !== undefined) (trend.byMonth[place] as number) += 1
    }
  }
  return { months, themes: [...trends.values()], papers: papers.length }
}
