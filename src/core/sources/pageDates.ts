import type { PaperRecord } from '../paper.ts'
import type { PageDate } from './byline.ts'
import { isDay } from './captureDay.ts'
import type { Problem, SourceContext } from './source.ts'

type Publication = Pick<PaperRecord, 'publishedAt' | 'publishedYearInferred'>

/** Turns the dates of one page into days. */
export interface DateReader {
  read(date: PageDate): { published: Publication; problem?: Problem }
  /** About all dates without a year at once. */
  notice?: Problem
}

const DAY_MS = 86_400_000

const dayAfter = (day: string): string => new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10)

const dayText = ({ month, day }: PageDate, year: number): string =>
  [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-')

/** Stands in where no year is known: such a date is only checked, not kept, and a leap year has every day. */
const SOME_LEAP_YEAR = 2024

/** The site writes a year only where it is not the year of viewing; so the newest one written is the year before. */
function viewingYear(dates: readonly PageDate[], captureDay: string | undefined): number | undefined {
  if (captureDay !== undefined) return Number(captureDay.slice(0, 4))
  const years = dates.flatMap(date => date.year ?? [])
  return years.length === 0 ? undefined : years.reduce((newest, year) => Math.max(newest, year)) + 1
}

function noticeOf(dates: readonly PageDate[], year: number | undefined, name: string): Problem {
  const [first] = dates as [PageDate]
  const have = dates.length === 1 ? 'this date has' : `${dates.length} dates from here on have`
  const why =
    year === undefined
      ? `${have} no year and nothing says the year: name the day with --date`
      : `${have} no year; ${year} is inferred, as neither ${name} nor --date says the day`
  const notice: Problem = { where: `line ${first.line}`, why, lost: year === undefined }
  return dates.length === 1 ? notice : { ...notice, times: dates.length }
}

/**
 * Where a year is left out it is the capture's, or inferred from the years that are written out. A date without a
 * year that would lie after the capture is left out: the site would have written any other year, so the capture day
 * itself must be wrong, and no year can be told. One day is let pass, for time zones.
 */
export function dateReader(dates: readonly PageDate[], { name, day: captureDay }: SourceContext): DateReader {
  const year = viewingYear(dates, captureDay)
  const latest = captureDay === undefined ? undefined : dayAfter(captureDay)
  const reader: DateReader = {
    read(date) {
      const problem = (why: string) => ({
        published: {},
        problem: { where: `line ${date.line}`, why, lost: true },
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
  if (captureDay === undefined && missing.length > 0) reader.notice = noticeOf(missing, year, name)
  return reader
}
