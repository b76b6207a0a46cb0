import { dateNumber } from '../text/partialDates.ts'
import { listingDays } from './listingDays.ts'
import type { CorpusPaper } from './manifest.ts'

/**
 * Sort key of the order `newest`, the greatest first: newest digest, then newest publication; unknown days last. Papers of
 * which only the year is known follow the dated ones of that year.
 */
export const newestKey = (paper: CorpusPaper): number =>
  dateNumber(listingDays(paper).at(-1)) * 1e8 + dateNumber(paper.publishedAt)
