import { doiOf } from '../papers/doi.ts'
import { addDays, isPeriod } from '../text/calendar.ts'
import { firstDayOf, lastDayOf } from '../text/partialDates.ts'
import type { AgeUnit, Condition, NumberRange, PeriodRange } from './ast.ts'
import type { DatePeriod, Field } from './fields.ts'

/** A value that can be written without quotation marks. */
export const BARE = /^[^\s"()|]+$/
const AGE = /^(\d{1,4})([dwmy])$/

/** `Date.UTC` takes the years before 100 for those of the twentieth century. */
function utc(year: number, month: number, day: number): Date {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return date
}

const isoDay = (date: Date): string => date.toISOString().slice(0, 10)

/** The period of the same length that comes right after, or right before where `step` is -1. */
function neighbour(period: DatePeriod, step: 1 | -1): DatePeriod {
  const [year = 0, month = 1, day = 1] = period.split('-').map(Number)
  const at = (y: number, m: number, d: number): string => isoDay(utc(y, m, d))
  if (period.length === 4) return String(year + step).padStart(4, '0')
  if (period.length === 7) return at(year, month + step, 1).slice(0, 7)
  return at(year, month, day + step)
}

/** The first day of the age range that ends on `newest`. */
export function ageStart(newest: string, count: number, unit: AgeUnit): string {
  if (unit === 'd' || unit === 'w') return addDays(newest, 1 - count * (unit === 'w' ? 7 : 1))
  const [year = 0, month = 1, day = 1] = newest.split('-').map(Number)
  const months = year * 12 + (month - 1) - count * (unit === 'y' ? 12 : 1)
  const first = { year: Math.floor(months / 12), month: (((months % 12) + 12) % 12) + 1 }
  if (first.year < 0) return '0000-01-01'
  const lastOfMonth = utc(first.year, first.month + 1, 0).getUTCDate()
  const start = utc(first.year, first.month, Math.min(day, lastOfMonth))
  return addDays(isoDay(start), 1)
}

interface Ends<T> {
  low?: T
  high?: T
}

/**
 * Reads `a`, `a..b`, `a..`, `..b`, `>a`, `>=a`, `<a`, `<=a`, `=a` as a range with both ends included; ends that
 * stand the wrong way round are turned. `step` gives the value next to an excluded end. Returns nothing where an end
 * cannot be read.
 */
function readRange<T extends string | number>(
  text: string,
  read: (end: string) => T | undefined,
  step: (end: T, direction: 1 | -1) => T,
): Ends<T> | undefined {
  const dots = text.indexOf('..')
  if (dots >= 0) {
    const [left, right] = [text.slice(0, dots), text.slice(dots + 2)]
    const [low, high] = [read(left), read(right)]
    if (low !== undefined && high !== undefined) return low <= high ? { low, high } : { low: high, high: low }
    if (low !== undefined && right === '') return { low }
    return high !== undefined && left === '' ? { high } : undefined
  }
  const sign = /^(?:[<>]=?|=)/.exec(text)?.[0] ?? ''
  const end = read(text.slice(sign.length))
  if (end === undefined) return undefined
  if (sign === '>=') return { low: end }
  if (sign === '<=') return { high: end }
  if (sign === '' || sign === '=') return { low: end, high: end }
  const beside = read(String(step(end, sign === '>' ? 1 : -1)))
  if (beside === undefined) return undefined
  return sign === '>' ? { low: beside } : { high: beside }
}

/** Nine digits are more than any count has, and few enough to be exact. */
const readNumber = (text: string): number | undefined => (/^\d{1,9}$/.test(text) ? Number(text) : undefined)

function numberCondition(text: string): Condition | undefined {
  const range = readRange(text, readNumber, (end, direction) => end + direction)
  if (!range) return undefined
  const { low, high } = range
  return {
    kind: 'number',
    range: { ...(low === undefined ? {} : { min: low }), ...(high === undefined ? {} : { max: high }) },
  }
}

function dayCondition(text: string): Condition | undefined {
  const range = readRange<DatePeriod>(text, end => (isPeriod(end) ? end : undefined), neighbour)
  if (!range) return undefined
  const { low, high } = range
  return {
    kind: 'day',
    range: { ...(low === undefined ? {} : { from: low }), ...(high === undefined ? {} : { to: high }) },
  }
}

/** The form of a value, to complete "… needs". */
export const VALUE_HINT = {
  text: 'a word or a "phrase"',
  set: 'a name',
  number: 'a whole number or a range such as >3 or 1..5',
  day: 'a date such as 2025, 2025-10 or 2025-10-11, or a range such as 2025-09..2025-11',
  age: 'a span such as 7d, 2w, 3m or 1y',
  id: 'an id such as 2512.05564',
  doi: 'a DOI such as 10.48550/arXiv.2512.05564',
} as const satisfies Record<Field['kind'], string>

/** Reads the value of a `field:value` clause; nothing where it is not a value of that field. */
export function readCondition(field: Field, text: string): Condition | undefined {
  switch (field.kind) {
    case 'set': {
      const values = [...new Set(text.toLowerCase().split(',').filter(Boolean))]
      const known = field.known
      const isValid = (value: string): boolean =>
        BARE.test(value) && (known === undefined || known.includes(value))
      const valid = values.length > 0 && values.every(isValid)
      return valid ? { kind: 'set', values } : undefined
    }
    case 'number':
      return numberCondition(text)
    case 'day':
      // A bound is one end already, so a range makes no sense there.
      return field.bound === undefined || isPeriod(text) ? dayCondition(text) : undefined
    case 'age': {
      const [, count, unit] = AGE.exec(text.toLowerCase()) ?? []
      return count === undefined || Number(count) === 0
        ? undefined
        : { kind: 'age', count: Number(count), unit: unit as AgeUnit }
    }
    case 'id':
      return BARE.test(text) ? { kind: 'id', id: text } : undefined
    case 'doi': {
      const doi = doiOf(text)
      return doi === undefined ? undefined : { kind: 'doi', doi }
    }
    case 'text':
      return undefined
    default:
      return field satisfies never
  }
}

const formatRange = (low: string | undefined, high: string | undefined): string =>
  low !== undefined && low === high
    ? low
    : low === undefined
      ? `<=${high}`
      : high === undefined
        ? `>=${low}`
        : `${low}..${high}`

/** The value of a clause in its canonical spelling. */
export function formatCondition(condition: Condition): string {
  switch (condition.kind) {
    case 'set':
      return condition.values.join(',')
    case 'number': {
      const { min, max }: NumberRange = condition.range
      return formatRange(min?.toString(), max?.toString())
    }
    case 'day': {
      const { from, to }: PeriodRange = condition.range
      return formatRange(from, to)
    }
    case 'age':
      return `${condition.count}${condition.unit}`
    case 'id':
      return condition.id
    case 'doi':
      return condition.doi
    default:
      return condition satisfies never
  }
}

/**
 * Whether all of a date lies in a range of periods, both ends included as a whole.
 *
 * @param date a day, a month or a year
 */
export function inPeriods(date: string, { from, to }: PeriodRange): boolean {
  const isFrom =
    from === undefined ||
    (date.length < from.length ? firstDayOf(date) >= firstDayOf(from) : date.slice(0, from.length) >= from)
  if (!isFrom || to === undefined) return isFrom
  return date.length < to.length ? lastDayOf(date) <= lastDayOf(to) : date.slice(0, to.length) <= to
}
