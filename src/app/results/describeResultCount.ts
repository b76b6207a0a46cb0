import type { SearchResponse } from '#core/engine/methods/search.ts'
import { formatNumber } from '#core/text/numbers.ts'

type Counts = Pick<SearchResponse, 'total' | 'inFirstTier' | 'papers'>

/** `46 papers` if all were found, `12 of 46 papers` if some match the whole query. */
export function describeResultCount({ total, inFirstTier, papers }: Counts): string {
  if (inFirstTier === 0 && total > 0)
    return `No paper has all words, ${formatNumber(total)} ${total === 1 ? 'has' : 'have'} some`
  if (inFirstTier !== papers) return `${formatNumber(inFirstTier)} of ${formatNumber(papers)} papers`
  return papers === 1 ? '1 paper' : `${formatNumber(papers)} papers`
}
