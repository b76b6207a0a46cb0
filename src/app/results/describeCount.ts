import type { SearchResponse } from '#core/engine/methods/search.ts'
import { grouped } from '#core/text/numbers.ts'

type Counts = Pick<SearchResponse, 'total' | 'inFirstTier' | 'papers'>

/** `46 papers` if all were found, `12 of 46 papers` if some match the whole query. */
export function describeCount({ total, inFirstTier, papers }: Counts): string {
  if (inFirstTier === 0 && total > 0)
    return `No paper has all words, ${grouped(total)} ${total === 1 ? 'has' : 'have'} some`
  if (inFirstTier !== papers) return `${grouped(inFirstTier)} of ${grouped(papers)} papers`
  return papers === 1 ? '1 paper' : `${grouped(papers)} papers`
}
