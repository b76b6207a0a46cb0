import { isDay } from '../text/calendar.ts'
import { formatFullDate } from '../text/dates.ts'
import { daysOfWeek, type IsoWeek, isoWeekOf, weeksIn } from '../text/isoWeek.ts'
import type { Coverage } from './coverage.ts'
import { isAdded, listingDays } from './listingDays.ts'
import type { CorpusPaper } from './manifest.ts'

/** A day on which papers were listed, and how many; `added` where none was listed and all were added to the corpus. */
export type DigestDay = readonly [day: string, papers: number, how?: 'added']

export interface Digests {
  /** Ascending; days without papers are left out. */
  days: readonly DigestDay[]
  partial: Coverage | null
}

/** Counts the papers of each digest. A paper that several digests list counts in each. */
export function countDigests(papers: readonly CorpusPaper[]): DigestDay[] {
  const counts = new Map<string, number>()
  const listed = new Set<string>()
  for (const paper of papers) {
    for (const day of listingDays(paper)) {
      counts.set(day, (counts.get(day) ?? 0) + 1)
      if (!isAdded(paper)) listed.add(day)
    }
  }
  return [...counts]
    .map(([day, count]): DigestDay => (listed.has(day) ? [day, count] : [day, count, 'added']))
    .sort(([a], [b]) => (a < b ? -1 : 1))
}

/** How the papers got to these days: `added` where no digest listed any of them. */
export const listedOrAdded = (days: readonly DigestDay[]): 'listed' | 'added' =>
  days.length > 0 && days.every(([, , how]) => how === 'added') ? 'added' : 'listed'

/** The span of a digest's page: a day, or a week of ISO 8601. */
export interface DigestSpan {
  kind: 'day' | 'week'
  /** As in the address: `2025-12-11`, `2025-W50`. */
  id: string
  /** Its first and its last day. */
  first: string
  last: string
  title: string
  /** The clause that finds its papers. */
  q: string
}

// No digest was made in other years, and weeks would reach into years that are not written in four digits.
const DAY = /^[12]\d{3}-\d{2}-\d{2}$/
const WEEK = /^[12]\d{3}-W\d{2}$/

export const daySpan = (day: string): DigestSpan => ({
  kind: 'day',
  id: day,
  first: day,
  last: day,
  title: formatFullDate(day),
  q: `listed:${day}`,
})

export const formatWeek = (week: IsoWeek): string => `Week ${Number(week.slice(6))} of ${week.slice(0, 4)}`

export function weekSpan(week: IsoWeek): DigestSpan {
  const days = daysOfWeek(week)
  const [first, last] = [days[0] as string, days[6] as string]
  return { kind: 'week', id: week, first, last, title: formatWeek(week), q: `listed:${first}..${last}` }
}

/** Reads what an address names, or says in a sentence why it is neither a day nor a week. */
export function spanOf(id: string): { span: DigestSpan } | { flaw: string } {
  if (DAY.test(id)) return isDay(id) ? { span: daySpan(id) } : { flaw: `The calendar has no day ${id}.` }
  if (!WEEK.test(id)) {
    return { flaw: 'A digest has the address of a day, such as 2025-12-11, or of a week, such as 2025-W50.' }
  }
  const [year, week] = [id.slice(0, 4), Number(id.slice(6))]
  if (week >= 1 && week <= weeksIn(year)) return { span: weekSpan(id) }
  return { flaw: `${year} has no week ${week}: its weeks are numbered from 1 to ${weeksIn(year)}.` }
}

type Days = readonly DigestDay[]

const dayBefore = (days: Days, day: string): DigestDay | undefined => days.findLast(([other]) => other < day)
const dayAfter = (days: Days, day: string): DigestDay | undefined => days.find(([other]) => other > day)
const known = (...days: (DigestDay | undefined)[]): DigestDay[] => days.filter(day => day !== undefined)

/** The spans of the same kind that have papers and come next to one, whether it has any itself or not. */
export function besideSpan(span: DigestSpan, days: Days): { previous?: DigestSpan; next?: DigestSpan } {
  const spanAt = (day: string) => (span.kind === 'day' ? daySpan(day) : weekSpan(isoWeekOf(day)))
  const previous = dayBefore(days, span.first)
  const next = dayAfter(days, span.last)
  return { ...(previous && { previous: spanAt(previous[0]) }), ...(next && { next: spanAt(next[0]) }) }
}

/** The days with papers that lie in a span. */
export const daysIn = ({ first, last }: DigestSpan, days: Days): DigestDay[] =>
  days.filter(([day]) => day >= first && day <= last)

/** The days that the page of a span needs to know of all days: its own, and the nearest on either side. */
export const daysAround = (span: DigestSpan, days: Days): DigestDay[] => [
  ...known(dayBefore(days, span.first)),
  ...daysIn(span, days),
  ...known(dayAfter(days, span.last)),
]

/**
 * The days with papers nearest to what an address names, before and after: the newest if it names no year. Impossible
 * days have a place in the order, too, as `2025-13-40` after all days of 2025.
 */
export function nearestDays(id: string, days: Days): DigestDay[] {
  const read = spanOf(id)
  if ('span' in read) return known(dayBefore(days, read.span.first), dayAfter(days, read.span.last))
  if (!/^\d{4}/.test(id)) return days.slice(-1)
  // Weeks that a year does not have lie at its end, as letters do behind figures.
  return known(dayBefore(days, id), dayAfter(days, id))
}

/** Why there is nothing in a span. */
export function describeEmptySpan(span: DigestSpan, days: Days): string {
  const [first, last] = [days[0]?.[0], days.at(-1)?.[0]]
  if (first === undefined || last === undefined) return 'This corpus has no digests.'
  if (span.last < first) return `The digests here begin on ${formatFullDate(first)}.`
  if (span.first > last) return `The newest digest here is of ${formatFullDate(last)}.`
  return span.kind === 'day' ? 'No papers were listed on this day.' : 'No papers were listed in this week.'
}
