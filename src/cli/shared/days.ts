import { inPeriods } from '#core/query/values.ts'
import type { Document } from './collections.ts'
import { Failure } from './failure.ts'

/** A day, month or year from the command line. */
export function periodOf(option: string, value: string | undefined): string | undefined {
  if (value === undefined || /^\d{4}(-\d{2}(-\d{2})?)?$/.test(value)) return value
  throw new Failure(`--${option} needs a day, month or year like 2025-11-15, not “${value}”.`)
}

/** The documents of some days; those of which no day is known belong to none. */
export function within(
  documents: readonly Document[],
  from: string | undefined,
  until: string | undefined,
): readonly Document[] {
  if (from === undefined && until === undefined) return documents
  const range = { ...(from !== undefined && { from }), ...(until !== undefined && { to: until }) }
  return documents.filter(({ day, publishedAt }) => {
    const on = (day ?? publishedAt)?.slice(0, 10)
    return on !== undefined && inPeriods(on, range)
  })
}
