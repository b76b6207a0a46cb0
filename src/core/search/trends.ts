import { FIELDS } from '../query/fields.ts'
import { inPeriods, readCondition } from '../query/values.ts'
import { formatDate } from '../text/dates.ts'
import type { FacetCount } from './facets.ts'

/** The number of papers of a month or year. */
export interface Bar {
  /** A month `2025-10` or a year `2025`. */
  period: string
  /** In words: `October 2025`, `2025`. */
  label: string
  count: number
}

/** More months than this become bars of years. */
const MAX_MONTHS = 48

const monthNumber = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1

function monthOf(number: number): string {
  const year = String(Math.floor(number / 12)).padStart(4, '0')
  return `${year}-${String((number % 12) + 1).padStart(2, '0')}`
}

/** Whether a period is a month, not the year of papers of which only that is known. */
export const isMonth = (period: string): boolean => period.length === 7

/**
 * The months from the first to the last of these, empty ones between them included; of more than `most` the last. Years
 * among them are no months.
 */
export function monthsUpTo(periods: Iterable<string>, most: number): string[] {
  const numbers = [...periods].filter(isMonth).map(monthNumber)
  if (numbers.length === 0) return []
  const [first, last] = numbers.reduce(
    ([low, high], number) => [Math.min(low, number), Math.max(high, number)] as const,
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY] as const,
  )
  const length = Math.min(most, last - first + 1)
  return Array.from({ length }, (_, i) => monthOf(last - length + 1 + i))
}

const yearOf = (month: string): string => month.slice(0, 4)

const bar = (period: string, count: number): Bar => ({ period, label: formatDate(period), count })

/**
 * A column for each month from the first to the last that has papers, empty ones included; for each year where that
 * would be too many, or no month is known. Papers of which only the year is known are in columns of years.
 *
 * @param counts by month, or by year where only that is known
 */
export function barsOf(counts: readonly FacetCount[]): Bar[] {
  const byMonth = new Map(counts.map(({ value, count }) => [value, count]))
  const months = monthsUpTo(byMonth.keys(), MAX_MONTHS + 1)
  if (months.length > 0 && months.length <= MAX_MONTHS)
    return months.map(month => bar(month, byMonth.get(month) ?? 0))
  const byYear = countsByYear(counts)
  const years = Array.from(byYear.keys(), Number)
  if (years.length === 0) return []
  const [first, last] = [Math.min(...years), Math.max(...years)]
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const year = String(first + i).padStart(4, '0')
    return bar(year, byYear.get(year) ?? 0)
  })
}

/** The papers of each year, those of its months and those without one; the newest year first. */
export function countsByYear(counts: readonly FacetCount[]): Map<string, number> {
  const years = new Map<string, number>()
  for (const { value, count } of counts.toSorted((a, b) => (a.value > b.value ? -1 : 1))) {
    years.set(yearOf(value), (years.get(yearOf(value)) ?? 0) + count)
  }
  return years
}

/** A range as the query language has it: `2025-09..2025-11`, or the one period. Ends may come in either order. */
export function rangeOf(a: string, b: string): string {
  const [from, to] = a <= b ? [a, b] : [b, a]
  return from === to ? from : `${from}..${to}`
}

/** Whether a period lies in any of the ranges that a query names, `2025`, `>=2025-10`; none of them means no choice. */
export function isInRanges(period: string, ranges: readonly string[]): boolean {
  return ranges.some(text => {
    const condition = readCondition(FIELDS.date, text)
    if (condition?.kind !== 'day') return false
    const { from, to } = condition.range
    const cut = (end: string | undefined) => end?.slice(0, period.length)
    const [low, high] = [cut(from), cut(to)]
    return inPeriods(period, {
      ...(low === undefined ? {} : { from: low }),
      ...(high === undefined ? {} : { to: high }),
    })
  })
}

/** The first and last month or year of what a query includes, where that is one range; absent ends are open. */
export function chosenRange(ranges: readonly string[]): { from?: string; to?: string } | undefined {
  const [only, another] = ranges
  if (only === undefined || another !== undefined) return undefined
  const condition = readCondition(FIELDS.date, only)
  return condition?.kind === 'day' ? condition.range : undefined
}
