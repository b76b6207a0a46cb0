import { expect, test } from 'vitest'
import { addDays, isDay, isPeriod } from '#core/text/calendar.ts'

test.each([
  ['2025', true],
  ['2025-10', true],
  ['2025-10-11', true],
  ['2024-02-29', true],
  ['2025-02-29', false],
  ['2025-13', false],
  ['2025-00', false],
  ['2025-1', false],
  ['202', false],
  ['20255', false],
  ['2025-10-11-12', false],
  ['x2025', false],
  ['2025-10-1', false],
])('whether %s is a period of the calendar: %s', (text, isSo) => {
  expect(isPeriod(text)).toBe(isSo)
})

test('days are counted over the ends of months and years', () => {
  expect(addDays('2025-12-31', 1)).toBe('2026-01-01')
  expect(addDays('2024-03-01', -1)).toBe('2024-02-29')
  expect(addDays('2025-03-01', 0)).toBe('2025-03-01')
})

test.each([
  ['2025-10-11', true],
  ['0000-02-29', true],
  ['1900-02-29', false],
  ['2025-12-32', false],
  ['2025-10', false],
  ['2025-10-11T00:00:00Z', false],
])('whether %s is a day of the calendar: %s', (text, isSo) => {
  expect(isDay(text)).toBe(isSo)
})
