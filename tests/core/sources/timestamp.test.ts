import { expect, test } from 'vitest'
import { dayOfTimestamp } from '#core/sources/timestamp.ts'

test.each([
  ['2025-12-10T18:59:59.000Z', '2025-12-10'],
  ['2025-12-10', '2025-12-10'],
  ['2025-12-10T23:59', '2025-12-10'],
  ['2003-07-07T22:46:39-04:00', '2003-07-07'],
  ['2025-12-10 01:00:00.123456+02:00', '2025-12-10'],
  ['2026-02-31T00:00:00Z', undefined],
  ['2025-12-10T25:00:00Z', undefined],
  ['99999-01-01T00:00:00Z', undefined],
  ['2025-12-10T23:30:00-0500', '2025-12-10'],
  ['0000-13-01T00:00:00+01:00', undefined],
  ['2025-12-10T00:00:00Zulu', undefined],
  ['1765324800000', undefined],
  ['', undefined],
])('the day of %j is %s', (timestamp, day) => {
  expect(dayOfTimestamp(timestamp)).toBe(day)
})
