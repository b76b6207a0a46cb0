import { isDay } from '../text/calendar.ts'
import { monthAbbreviations } from '../text/dates.ts'

const MONTHS = monthAbbreviations().map(name => name.toLowerCase())
/** The name of a month in English, whole or cut, as the source of a regular expression with one group. */
export const MONTH_NAME = `(${MONTHS.join('|').replace('sep', 'sept?')})[a-z]{0,6}.?`

/** Forms of dates, each with the order of its parts. Whatever follows a day (a time, a zone) does not move it. */
const FORMS: readonly (readonly [RegExp, ...('year' | 'month' | 'day')[]])[] = [
  [/^(\d{4})$/, 'year'],
  [/^(\d{4})[-/.](\d{1,2})(?:[-/.](?:00?)?)?$/, 'year', 'month'],
  [/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:$|[T /])/, 'year', 'month', 'day'],
  [/^(\d{4})\/{1,3}$/, 'year'],
  // PubMed's.
  [/^(\d{4})(\d\d)(\d\d)$/, 'year', 'month', 'day'],
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

/** Quarters of a year: no month is known then. */
const SEASON = /^(?:(\d{4}) )?(?:spring|summer|autumn|fall|winter)(?:,? (\d{4}))?$/i
/** `Jan-Feb`, `Jan 5-12`, `Dec-2024 Jan`: a range counts from its beginning. */
const RANGE_END = new RegExp(
  `(?<=[a-z.\\d])\\s?[-–—/](?:\\d{4} )?(?:${MONTH_NAME}|\\d{1,2}(?=$| ))(?: \\d{1,2}$)?`,
  'i',
)

/** The number of a month, from its name in English or from digits. */
export const monthNumber = (text: string): number =>
  /^\d/.test(text) ? Number(text) : MONTHS.indexOf(text.slice(0, 3).toLowerCase()) + 1

const two = (part: number): string => String(part).padStart(2, '0')

/** The date of these numbers, as precise as they are; undefined where there is no such date. */
function dateOfParts(year: number, month?: number, day?: number): string | undefined {
  if (!Number.isInteger(year) || year < 1000 || year > 2999) return undefined
  if (month === undefined) return String(year)
  if (!Number.isInteger(month) || month < 1 || month > 12) return undefined
  if (day === undefined) return `${year}-${two(month)}`
  const date = `${year}-${two(month)}-${two(day)}`
  return Number.isInteger(day) && isDay(date) ? date : undefined
}

/** The date nearest to these numbers that there is: a day, else a month, that there is not is left out. */
export function closestDate(year: number, month?: number, day?: number): { date?: string; isWhole: boolean } {
  const whole = dateOfParts(year, month, day)
  if (whole !== undefined) return { date: whole, isWhole: true }
  const date = dateOfParts(year, month) ?? dateOfParts(year)
  return { ...(date !== undefined && { date }), isWhole: false }
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
  const { date, isWhole } = closestDateOf(text)
  return isWhole ? date : undefined
}

/** As `partialDateOf`; of a date of which a part is impossible, the rest. */
export function closestDateOf(text: string): { date?: string; isWhole: boolean } {
  const given = text.trim().replace(/\s+/g, ' ').slice(0, 60)
  const season = SEASON.exec(given)
  const inSeason = season?.[1] ?? season?.[2]
  if (inSeason !== undefined) return closestDate(Number(inSeason))
  const written = /[a-z]/i.test(given) ? given.replace(RANGE_END, '') : given
  for (const [form, ...order] of FORMS) {
    const found = form.exec(written)
    if (!found) continue
    const part = (name: 'year' | 'month' | 'day'): string | undefined => found[order.indexOf(name) + 1]
    const [month, day] = [
      order.includes('month') ? part('month') : undefined,
      order.includes('day') ? part('day') : undefined,
    ]
    return closestDate(
      Number(part('year')),
      month === undefined ? undefined : monthNumber(month),
      day === undefined ? undefined : Number(day),
    )
  }
  return { isWhole: false }
}
