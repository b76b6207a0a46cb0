/*
 * Dates of which a day, a month or a year is known: `2024-07-12`, `2024-07`, `2024`. The length is the precision. A date
 * stands for all days of its month or year together, never for one of them.
 */

/** The first day of a date. Files and feeds that need a day are ordered by it; it is never shown. */
export const firstDayOf = (date: string): string => date + '-01-01'.slice(date.length - 4)

/** The last day of a date. */
export function lastDayOf(date: string): string {
  if (date.length === 10) return date
  if (date.length === 4) return `${date}-12-31`
  const [year = 0, month = 1] = date.split('-').map(Number)
  // `Date.UTC` takes the years before 100 for those of the twentieth century.
  const last = new Date(0)
  last.setUTCFullYear(year, month, 0)
  return `${date}-${last.getUTCDate()}`
}

/** Whether all days of a date come before the first day of a period. */
export function isBefore(date: string, period: string): boolean {
  const length = Math.min(date.length, period.length)
  return date.slice(0, length) < period.slice(0, length)
}

/**
 * A date as a number that grows with it, 0 where it is unknown. A month comes before all of its days, a year before all of
 * its months: in lists that begin with the newest they stand last.
 */
export const dateNumber = (date: string | undefined): number =>
  date === undefined ? 0 : Number(date.replaceAll('-', '').padEnd(8, '0'))
