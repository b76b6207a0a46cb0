import type { CorpusPaper } from '../papers/manifest.ts'
import type { DatePeriod, Field } from '../query/fields.ts'
import { ageStart, inPeriods } from '../query/values.ts'
import { formatFullDate, monthName } from '../text/dates.ts'
import { isBefore } from '../text/partialDates.ts'

type DayField = Field & { kind: 'day' }
type AgeField = Field & { kind: 'age' }

interface Counted {
  value: string
  label?: string
  count: number
}

const LENGTH = { year: 4, month: 7, day: 10 } as const

function labelOf(period: DatePeriod): string | undefined {
  if (period.length === 10) return formatFullDate(period)
  return period.length === 7 ? `${monthName(Number(period.slice(5)))} ${period.slice(0, 4)}` : undefined
}

/**
 * The periods of a field in which these papers lie, the newest first, and how many a clause with each would leave: those
 * within it, or from it on, or before it. Behind a whole month and a hyphen come the days of that month.
 */
export function periods(
  { days, bound, completion }: DayField,
  papers: Iterable<CorpusPaper>,
  typed: string,
): Counted[] {
  const length = Math.max(LENGTH[completion], typed.length > LENGTH.month ? LENGTH.day : 0)
  const within = new Map<DatePeriod, number>()
  // Dates that are less precise, whose papers have to lie within a period as a whole.
  const wider = new Map<DatePeriod, number>()
  for (const paper of papers) {
    for (const period of new Set(days(paper).map(date => date.slice(0, length)))) {
      const counts = period.length < length ? wider : within
      counts.set(period, (counts.get(period) ?? 0) + 1)
    }
  }
  const sumOf = (
    counts: Iterable<readonly [DatePeriod, number]>,
    fits: (date: DatePeriod) => boolean,
  ): number => {
    let sum = 0
    for (const [date, count] of counts) if (fits(date)) sum += count
    return sum
  }
  const fitting = (period: DatePeriod) => (date: DatePeriod) =>
    bound === 'from'
      ? inPeriods(date, { from: period })
      : bound === 'until'
        ? isBefore(date, period)
        : inPeriods(date, { from: period, to: period })
  let later = 0
  const total = sumOf(within, () => true)
  const counted = [...new Set([...within.keys(), ...wider.keys()])]
    .sort((a, b) => (a < b ? 1 : -1))
    .map((value): Counted => {
      // Of those as precise as the periods, a running sum: there may be thousands.
      const own = within.get(value)
      later += own ?? 0
      const precise =
        bound === 'from' ? later : bound === 'until' ? total - later : (own ?? sumOf(within, fitting(value)))
      const label = labelOf(value)
      return { value, ...(label && { label }), count: precise + sumOf(wider, fitting(value)) }
    })
  return counted.filter(({ value, count }) => value.startsWith(typed) && count > 0)
}

const UNITS = { d: 'day', w: 'week', m: 'month', y: 'year' } as const
const SPANS = ['7d', '14d', '1m', '3m', '6m', '1y']

function describeSpan(span: string): string {
  const [count, unit] = [span.slice(0, -1), UNITS[span.at(-1) as keyof typeof UNITS]]
  return count === '1' ? `the last ${unit}` : `the last ${count} ${unit}s`
}

/** Spans of time up to the newest digest, and how many of these papers appeared in each. */
export function ages(
  { days }: AgeField,
  papers: readonly CorpusPaper[],
  typed: string,
  newest: string | undefined,
): Counted[] {
  if (newest === undefined) return []
  const isCount = /^[1-9]\d{0,3}$/.test(typed)
  const spans = isCount ? Object.keys(UNITS).map(unit => typed + unit) : SPANS
  return spans
    .filter(span => span.startsWith(typed.toLowerCase()))
    .map(value => {
      const from = ageStart(newest, Number(value.slice(0, -1)), value.at(-1) as keyof typeof UNITS)
      const count = papers.filter(paper =>
        days(paper).some(day => inPeriods(day, { from, to: newest })),
      ).length
      return { value, label: describeSpan(value), count }
    })
}
