/**
 * Days in words. Days are calendar days, so no time zone may move them; and the words are our own, because the
 * built-in ones differ between versions of browsers and Node.
 */
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

function parts(day: string): { weekday: string; date: number; month: string; year: number } {
  const date = new Date(`${day}T00:00:00Z`)
  return {
    weekday: WEEKDAYS[date.getUTCDay()] as string,
    date: date.getUTCDate(),
    month: MONTHS[date.getUTCMonth()] as string,
    year: date.getUTCFullYear(),
  }
}

/** `11 Oct 2025` */
export function formatShortDate(day: string): string {
  const { date, month, year } = parts(day)
  return `${date} ${month.slice(0, 3)} ${year}`
}

/** `Thursday 11 December 2025` */
export function formatFullDate(day: string): string {
  const { weekday, date, month, year } = parts(day)
  return `${weekday} ${date} ${month} ${year}`
}

/** @param number from 1 to 12 */
export const monthName = (number: number): string => MONTHS[number - 1] as string

/** `Jan` to `Dec` */
export const monthAbbreviations = (): string[] => MONTHS.map(name => name.slice(0, 3))

/** `2025`, `October 2025` or `11 Oct 2025`: a year, a month or a day. */
export function formatDate(date: string): string {
  if (date.length === 4) return date
  return date.length === 7 ? `${monthName(Number(date.slice(5)))} ${date.slice(0, 4)}` : formatShortDate(date)
}
