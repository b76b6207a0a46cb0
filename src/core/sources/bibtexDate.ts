import { receivedText } from '../text/receivedText.ts'
import type { BibtexFields } from './bibtexFields.ts'
import { withoutOuterBraces } from './bibtexText.ts'
import { closestDate, MONTH_NAME, monthNumber } from './writtenDates.ts'

/** `OCT 1`, `1 October`, `21--27 Jul`, `oct-dec`: a range counts from its beginning. */
const MONTH_THEN_DAY = new RegExp(`^${MONTH_NAME}(?:[\\s,]{1,4}(\\d{1,2})(?:st|nd|rd|th)?)?(?![\\w'])`, 'i')
const DAY_THEN_MONTH = new RegExp(
  `^(\\d{1,2})(?:st|nd|rd|th)?(?:\\s*[-–—/]{1,3}\\s*\\d{1,2}(?:st|nd|rd|th)?)?\\s+(?:of\\s+)?${MONTH_NAME}(?![\\w'])`,
  'i',
)
/** The parser makes numbers of the names of months. */
const NUMBER = /^(\d{1,2})\.?(?:\s*[-–—/]{1,3}\s*\d{1,2}|\s+(\d{1,2}))?$/
/** ISO 8601 and what biblatex takes of its extension: a range, unknown parts, marks of doubt, a time and a zone. */
const ISO = /^(\d{4})(?:-(\d\d|XX|uu)(?:-(\d\d|XX|uu))?)?(?:[T ]\d\d:\d\d\S{0,20})?[?~%]?(?:$|\/)/i
const SLASHED = /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/
const YEAR = /^\D{0,20}([12]\d{3})(?!\d)/
const YEAR_AT_END = /^(.{3,40}?)[\s,]{1,2}([12]\d{3})$/

interface Parts {
  year?: string | undefined
  month?: number
  day?: string | undefined
}

/** The month, and the day in it where it is named there, of a field such as `month`. */
function monthIn(text: string): { month?: number; day?: string | undefined } {
  const [, number, dayBehind] = NUMBER.exec(text) ?? []
  if (number !== undefined) return { month: Number(number), day: dayBehind }
  const [, before, namedBehind] = DAY_THEN_MONTH.exec(text) ?? []
  if (namedBehind !== undefined) return { month: monthNumber(namedBehind), day: before }
  const [, named, behind] = MONTH_THEN_DAY.exec(text) ?? []
  return named === undefined ? {} : { month: monthNumber(named), day: behind }
}

function partsOfDate(text: string): Parts {
  const [, slashedYear, slashedMonth, slashedDay] = SLASHED.exec(text) ?? []
  if (slashedYear !== undefined) return { year: slashedYear, month: Number(slashedMonth), day: slashedDay }
  const [, year, month = '', day = ''] = ISO.exec(text) ?? []
  if (year !== undefined) {
    // Months from 21 on are seasons.
    const isMonth = /^\d+$/.test(month) && Number(month) < 21
    return {
      year,
      ...(isMonth && { month: Number(month), ...(/^\d+$/.test(day) && { day }) }),
    }
  }
  const [, before, yearBehind] = YEAR_AT_END.exec(text) ?? []
  if (before !== undefined) return { year: yearBehind, ...monthIn(before) }
  return { year: YEAR.exec(text)?.[1] }
}

/**
 * The date of publication as precise as the entry has it, `yyyy`, `yyyy-mm` or `yyyy-mm-dd`. A day or month that there is not
 * is left out, and the text is the flaw.
 */
export function bibtexDate(fields: BibtexFields): { date?: string; flaw?: string } {
  const text = (name: string): string =>
    withoutOuterBraces(fields.get(name) ?? '')
      .replaceAll('~', ' ')
      .trim()
  const month = monthIn(text('month'))
  const day = text('day') || month.day
  const ofDate = partsOfDate(text('date'))
  const parts = ofDate.year === undefined ? { ...month, year: YEAR.exec(text('year'))?.[1], day } : ofDate
  const { date, isWhole } = closestDate(
    Number(parts.year),
    parts.month || undefined,
    parts.month && parts.day ? Number(parts.day) : undefined,
  )
  if (date !== undefined && isWhole && (parts.month || !parts.day)) return { date }
  const flaw = ofDate.year === undefined ? [text('year'), text('month'), text('day')].join(' ') : text('date')
  const isFlaw = parts.day !== undefined || (parts.year !== undefined && parts.month !== undefined)
  return { ...(date !== undefined && { date }), ...(isFlaw && { flaw: receivedText(flaw) }) }
}
