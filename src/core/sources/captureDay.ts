import { isDay } from '../text/calendar.ts'

const DAY_AT_END = /(?<!\d)(\d{4}-\d\d-\d\d)(?:\.[a-z]+)*$/i

/** The day a file's name says it was captured on: `…-2025-12-11.txt`, `….facts.json`. */
export function dayOfName(name: string): string | undefined {
  const day = DAY_AT_END.exec(name)?.[1]
  return day !== undefined && isDay(day) ? day : undefined
}
