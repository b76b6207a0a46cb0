import fc from 'fast-check'
import { expect, test } from 'vitest'
import { daysOfWeek, isoWeekOf, weekdayOf, weeksIn, weeksOfMonth } from '#core/text/isoWeek.ts'

const anyDay = fc
  .date({ min: new Date('1901-01-01'), max: new Date('2999-12-20'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10))

// From the tables of ISO 8601 and the calendars of these years.
test.each([
  ['2025-12-11', '2025-W50'],
  ['2024-12-29', '2024-W52'],
  ['2024-12-30', '2025-W01'],
  ['2027-01-03', '2026-W53'],
  ['2027-01-04', '2027-W01'],
  ['2020-12-31', '2020-W53'],
  ['2021-01-03', '2020-W53'],
  ['2022-01-01', '2021-W52'],
  ['2024-02-29', '2024-W09'],
])('%s lies in %s', (day, week) => {
  expect(isoWeekOf(day)).toBe(week)
})

test('some years have 53 weeks', () => {
  const years = Array.from({ length: 31 }, (_, at) => String(2000 + at))
  const long = years.filter(year => weeksIn(year) === 53)
  expect(long).toEqual(['2004', '2009', '2015', '2020', '2026'])
})

test('a week has seven days in a row, from Monday on, all of which lie in it', () => {
  fc.assert(
    fc.property(anyDay, day => {
      const days = daysOfWeek(isoWeekOf(day))
      expect(days).toContain(day)
      expect(days.map(weekdayOf)).toEqual([0, 1, 2, 3, 4, 5, 6])
      expect(new Set(days.map(isoWeekOf))).toEqual(new Set([isoWeekOf(day)]))
      expect(Date.parse(days[6] as string) - Date.parse(days[0] as string)).toBe(6 * 86_400_000)
    }),
  )
})

test('the weeks of a month have each of its days once, under its weekday', () => {
  fc.assert(
    fc.property(anyDay, day => {
      const weeks = weeksOfMonth(day.slice(0, 7))
      const days = weeks.flatMap(({ days }) => days)
      const own = days.filter(day => day !== undefined)
      const [year, month] = day.split('-').map(Number) as [number, number]
      expect(own).toHaveLength(new Date(Date.UTC(year, month, 0)).getUTCDate())
      expect(own).toEqual([...own].sort())
      for (const [at, day] of days.entries()) if (day) expect(weekdayOf(day)).toBe(at % 7)
      for (const { week, days } of weeks) for (const day of days) if (day) expect(isoWeekOf(day)).toBe(week)
    }),
  )
})
