import { isDay } from '../text/calendar.ts'

const TIMESTAMP =
  /^(\d{4}-\d\d-\d\d)(?:[T ](?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?$/

/**
 * The day that a timestamp such as `2025-12-10T18:59:59.000Z` is written with, whatever zone follows it: who wrote it meant
 * that day. Undefined where the text is no timestamp or there is no such day.
 */
export function dayOfTimestamp(timestamp: string): string | undefined {
  const [, day = ''] = TIMESTAMP.exec(timestamp) ?? []
  return isDay(day) ? day : undefined
}
