import type { SearchResponse } from '#core/engine/methods/search.ts'
import { formatNumber, formatPaperCount } from '#core/text/numbers.ts'

/** The texts of a list of papers. noteTexts.ts has those of the parts around it that load on demand. */

export const papers = 'Papers'
export const sort = 'Sort'
export const show = 'Show'

type Counts = Pick<SearchResponse, 'total' | 'inFirstTier' | 'papers'>

/** `46 papers` if all were found, `12 of 46 papers` if some match the whole query. */
export function resultCount({ total, inFirstTier, papers }: Counts): string {
  if (inFirstTier === 0 && total > 0)
    return `No paper has all words, ${formatNumber(total)} ${total === 1 ? 'has' : 'have'} some`
  if (inFirstTier !== papers) return `${formatNumber(inFirstTier)} of ${formatNumber(papers)} papers`
  return formatPaperCount(papers)
}

export const atPage = (page: number, pages: number): string => `, page ${page} of ${pages}`
export const searching = (loaded: number, papers: number): string =>
  `searching ${formatNumber(loaded)} of ${formatNumber(papers)} papers…`
export const corrected = (from: string, to: readonly string[]): string =>
  `Showing results for ${to.join(', ')} instead of ${from}`
export const noSuchPage = (asked: number, page: number, pages: number): string =>
  `There is no page ${asked}. This is page ${page} of ${pages}.`
export const withSomeWords = (count: number): string => `With some of your words: ${formatPaperCount(count)}`

export const pages = 'Pages'
export const previousPage = 'Previous page'
export const nextPage = 'Next page'
export const pageOf = (page: number, pages: number): string => `Page ${page} of ${pages}`

export const shared = (count: number): string => `${formatPaperCount(count)} shared`
export const sharedWith = (count: number, theme: string): string => `${shared(count)} with ${theme}`

export const nothingSearched = 'Nothing can be searched'
export const papersMissing = 'The papers did not arrive'
export const loading = 'Loading the papers'
export const received = (bytes: number, ofBytes: number): string =>
  `Loading the papers: ${inKb(bytes)} of ${inKb(ofBytes)} kB have come.`
export const tryAgain = 'Try again'
export const tryingAgain = 'Trying again'

const inKb = (bytes: number): string => formatNumber(Math.round(bytes / 1_000))
