/** Days, months and years of the calendar, as texts: `2025-12-11`, `2025-12`, `2025`. No time zone moves them. */

const PERIOD = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/

/** Whether a text is a year, a month or a day of the calendar. */
export function isPeriod(text: string): boolean {
  if (!PERIOD.test(text)) return false
  const [, month = '01', day = '01'] = text.split('-')
  const date = new Date(`${text.slice(0, 4)}-${month}-${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.getUTCDate() === Number(day)
}

/** Whether a text is a day of the calendar, `yyyy-mm-dd`. */
export const isDay = (text: string): boolean => text.length === 10 && isPeriod(text)

/** The day as many days later; earlier where the count is negative. */
export function addDays(day: string, count: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + count)
  return date.toISOString().slice(0, 10)
}
