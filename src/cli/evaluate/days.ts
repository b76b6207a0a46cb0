import { inPeriods } from '#core/query/values.ts'
import type { CollectionDocument } from '../shared/collections.ts'

/** The documents of a period; documents without a known day belong to none. */
export function within(
  documents: readonly CollectionDocument[],
  from: string | undefined,
  until: string | undefined,
): readonly CollectionDocument[] {
  if (from === undefined && until === undefined) return documents
  const range = { ...(from !== undefined && { from }), ...(until !== undefined && { to: until }) }
  return documents.filter(({ day, publishedAt }) => {
    const on = (day ?? publishedAt)?.slice(0, 10)
    return on !== undefined && inPeriods(on, range)
  })
}
