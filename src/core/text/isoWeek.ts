import { addDays } from './calendar.ts'

/**
 * Weeks of ISO 8601: they begin on Monday, and belong to the year of their Thursday. A week is named as the standard
 * does, `2025-W50`.
 */
export type IsoWeek = string

/** From 0, Monday, to 6. */
export const weekdayOf = (day: string): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7

/** The week of a day. */
export function isoWeekOf(day: string): IsoWeek {
  const thursday = addDays(day, 3 - weekdayOf(day))
  const year = thursday.slice(0, 4)
  const before = Date.parse(thursday) - Date.parse(`${year}-01-01`)
  const week = 1 + Math.floor(before / (7 * 86_400_000))
  return `${year}-W${String(week).padStart(2, '0')}`
}

/** How many weeks a year has, 52 or 53: 28 December is always in its last. */
export const weeksIn = (year: string): number => Number(isoWeekOf(`${year}-12-28`).slice(6))

/** The days of a week, from Monday on. 4 January is always in the first week of its year. */
export function daysOfWeek(week: IsoWeek): string[] {
  const fourth = `${week.slice(0, 4)}-01-04`
  const monday = addDays(fourth, 7 * (Number(week.slice(6)) - 1) - weekdayOf(fourth))
  return Array.from({ length: 7 }, (_, at) => addDays(monday, at))
}

/** The weeks of a month, each with its days; those of other months are left open. */
export function weeksOfMonth(month: string): { week: IsoWeek; days: (string | undefined)[] }[] {
  const weeks = []
  let day = `${month}-01`
  while (day.startsWith(month)) {
    const week = isoWeekOf(day)
    const days = daysOfWeek(week)
    weeks.push({ week, days: days.map(day => (day.startsWith(month) ? day : undefined)) })
    day = addDays(days[6] as string, 1)
  }
  return weeks
}
