import { isDay } from './captureDay.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH_NAME = '(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6}\\.?'

/** Forms of dates, each with the order of its parts. Whatever follows a day (a time, a zone) does not move it. */
const FORMS: readonly (readonly [RegExp, ...('year' | 'month' | 'day')[]])[] = [
  [/^(\d{4})$/, 'year'],
  [/^(\d{4})[-/.](\d{1,2})(?:[-/.](?:00?)?)?$/, 'year', 'month'],
  [/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:$|[T /])/, 'year', 'month', 'day'],
  [/^(\d{4})\/{1,3}$/, 'year'],
  [/^(\d{4})[-/.]00(?:[-/.]00)?$/, 'year'],
  [
    new RegExp(
      `^(?:[a-z]{3,9},? )?(\\d{1,2})(?:st|nd|rd|th)?[ -]${MONTH_NAME},?[ -](\\d{4})(?:$|[ T,])`,
      'i',
    ),
    'day',
    'month',
    'year',
  ],
  [
    new RegExp(`^(?:[a-z]{3,9},? )?${MONTH_NAME} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})(?:$|[ T,])`, 'i'),
    'month',
    'day',
    'year',
  ],
  [new RegExp(`^${MONTH_NAME},?[ -](\\d{4})$`, 'i'), 'month', 'year'],
  [new RegExp(`^(\\d{4})[ -]${MONTH_NAME}$`, 'i'), 'year', 'month'],
  [new RegExp(`^(\\d{4})[ -]${MONTH_NAME}[ -](\\d{1,2})$`, 'i'), 'year', 'month', 'day'],
]

const monthOf = (text: string): number =>
  /^\d/.test(text) ? Number(text) : MONTHS.indexOf(text.slice(0, 3).toLowerCase()) + 1

const two = (part: number): string => String(part).padStart(2, '0')

/** The date of these numbers, as precise as they are; undefined where there is no such date. */
export function dateOfParts(year: number, month?: number, day?: number): string | undefined {
  if (!Number.isInteger(year) || year < 1000 || year > 2999) return undefined
  if (month === undefined) return String(year)
  if (!Number.isInteger(month) || month < 1 || month > 12) return undefined
  if (day === undefined) return `${year}-${two(month)}`
  const date = `${year}-${two(month)}-${two(day)}`
  return Number.isInteger(day) && isDay(date) ? date : undefined
}

/** A time in ms since 1970 as the day it is by UTC. */
export function dayOfMs(ms: number): string | undefined {
  const moment = new Date(ms)
  const day = Number.isNaN(moment.getTime()) ? '' : moment.toISOString().slice(0, 10)
  return isDay(day) ? day : undefined
}

/**
 * The date that a text names, `yyyy`, `yyyy-mm` or `yyyy-mm-dd`, as precise as it is written. A date keeps the day that
 * is written, whatever zone follows it. Undefined where it is none.
 */
export function partialDateOf(text: string): string | undefined {
  const written = text.trim().replace(/\s+/g, ' ').slice(0, 60)
  for (const [form, ...order] of FORMS) {
    const found = form.exec(written)
    if (!found) continue
    const part = (name: 'year' | 'month' | 'day'): string | undefined => found[order.indexOf(name) + 1]
    const [month, day] = [
      order.includes('month') ? part('month') : undefined,
      order.includes('day') ? part('day') : undefined,
    ]
    return dateOfParts(
      Number(part('year')),
      month === undefined ? undefined : monthOf(month),
      day === undefined ? undefined : Number(day),
    )
  }
  return undefined
}
