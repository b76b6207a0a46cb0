import type { PaperRecord } from '../papers/paper.ts'
import { addDays, isDay } from '../text/calendar.ts'
import type { Problem } from '../text/problem.ts'
import type { PageDate } from './pageByline.ts'
import type { SourceContext } from './source.ts'

type Publication = Pick<PaperRecord, 'publishedAt' | 'publishedYearInferred'>

/** Turns the dates of one page into days. */
export interface DateReader {
  read(date: PageDate): { published: Publication; problem?: Problem }
  /** About all dates without a year at once. */
  notice?: Problem
}

const dayAfter = (day: string): string => addDays(day, 1)
const dayBefore = (day: string): string => addDays(day, -1)

const dayText = ({ month, day }: PageDate, year: number): string =>
  [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-')

/** Year for dates without a known one: they are only checked, not kept, and a leap year has every day. */
const SOME_LEAP_YEAR = 2024

const yearOf = (day: string): number => Number(day.slice(0, 4))

/** The year of viewing where no capture day is known: the one after the newest year that is written out. */
function inferredYear(dates: readonly PageDate[]): number | undefined {
  const years = dates.flatMap(date => date.year ?? [])
  return years.length === 0 ? undefined : years.reduce((newest, year) => Math.max(newest, year)) + 1
}

/**
 * The year in which a page saved on a known day was viewed. The site writes a year only where it is not the year of
 * viewing, so a page on which this year is written out was viewed in a later one; and no date without a year lies after
 * the page was saved. Around New Year the capture day, which is of another time zone, can be of the year before or after.
 * Nothing where the page fits two years and shows dates to which both would give a day.
 */
function viewingYear(dates: readonly PageDate[], captureDay: string): number | undefined {
  const captured = yearOf(captureDay)
  const inferred = inferredYear(dates) ?? Number.NEGATIVE_INFINITY
  if (inferred > captured) return inferred
  const bare = dates.filter(date => date.year === undefined)
  const latest = dayAfter(captureDay)
  const fits = (year: number): boolean => bare.every(date => dayText(date, year) <= latest)
  if (fits(captured)) {
    const isAmbiguous = bare.length > 0 && yearOf(latest) > captured && fits(captured + 1)
    return isAmbiguous ? undefined : captured
  }
  const before = yearOf(dayBefore(captureDay))
  return before < captured && inferred <= before && fits(before) ? before : captured
}

function noticeOf(
  dates: readonly PageDate[],
  year: number | undefined,
  { name, day }: SourceContext,
): Problem {
  const [first] = dates as [PageDate]
  const have = dates.length === 1 ? 'this date has' : `${dates.length} dates from here on have`
  const message =
    year !== undefined
      ? `${have} no year; ${year} is inferred, as neither ${name} nor --date says the day`
      : day === undefined
        ? `${have} no year and nothing says the year: name the day with --date`
        : `${have} no year and may be of ${day.slice(0, 4)} or of the year after: name the day on which the page was seen with --date`
  const notice: Problem = { where: `line ${first.line}`, message, dropped: year === undefined }
  return dates.length === 1 ? notice : { ...notice, times: dates.length }
}

/**
 * Where a year is left out it is the year of viewing: the capture's, unless the page shows that it was seen on the other
 * side of New Year, or inferred from the years that are written out. A date without a year that would lie after the
 * capture is left out: the site would have written any other year, so the capture day itself must be wrong, and no year
 * can be told. One day is let pass, for time zones.
 */
export function dateReader(dates: readonly PageDate[], context: SourceContext): DateReader {
  const { day: captureDay } = context
  const real = dates.filter(date => isDay(dayText(date, date.year ?? SOME_LEAP_YEAR)))
  const year = captureDay === undefined ? inferredYear(real) : viewingYear(real, captureDay)
  const latest = captureDay === undefined ? undefined : dayAfter(captureDay)
  const reader: DateReader = {
    read(date) {
      const problem = (message: string) => ({
        published: {},
        problem: { where: `line ${date.line}`, message, dropped: true },
      })
      const useYear = date.year ?? year
      const day = dayText(date, useYear ?? SOME_LEAP_YEAR)
      if (!isDay(day)) return problem(`no such day: ${day.slice(useYear === undefined ? 5 : 0)}`)
      if (useYear === undefined) return { published: {} }
      if (date.year !== undefined) return { published: { publishedAt: day } }
      if (latest === undefined) return { published: { publishedAt: day, publishedYearInferred: true } }
      if (day > latest)
        return problem(`${day} lies after the capture on ${captureDay}: is the capture day right?`)
      return { published: { publishedAt: day } }
    },
  }
  const missing = dates.filter(
    date => date.year === undefined && isDay(dayText(date, year ?? SOME_LEAP_YEAR)),
  )
  if (missing.length > 0 && (captureDay === undefined || year === undefined))
    reader.notice = noticeOf(missing, year, context)
  return reader
}
