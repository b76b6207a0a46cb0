import { inPeriods } from '#core/query/values.ts'
import type { Document } from '../shared/collections.ts'

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
