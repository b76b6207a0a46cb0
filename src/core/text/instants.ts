/**
 * The instant that stands for a day in formats that have no days: noon, UTC, which is on that day from UTC−11 to UTC+11.
 * Midnight would be the day before in all of America.
 */
export const instantOf = (day: string): string => `${day}T12:00:00Z`

/** The date where it is a day: a year or a month alone never becomes one. */
export const wholeDay = (date: string | undefined): string | undefined =>
  date !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(date) ? date : undefined
