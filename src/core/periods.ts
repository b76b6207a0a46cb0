import { monthName } from './dates.ts'

/** `2025-q3` */
const quarterOf = (month: string): string => `${month.slice(0, 4)}-q${Math.ceil(Number(month.slice(5)) / 3)}`

/**
 * The period whose papers one file of the site holds: the months of the newest quarter each for themselves, the quarters
 * before it in that year, the years before that; `undated` papers for themselves.
 *
 * What a day adds touches one small file, and papers of long ago share a vocabulary and a request: as in a
 * log-structured merge tree (O'Neil et al. 1996), whose older levels are the larger ones.
 *
 * @param month `yyyy-mm` or `undated`
 * @param newest the newest month of the corpus
 */
export function periodOf(month: string, newest: string): string {
  if (month === 'undated') return month
  if (month.slice(0, 4) < newest.slice(0, 4)) return month.slice(0, 4)
  return quarterOf(month) < quarterOf(newest) ? quarterOf(month) : month
}

/** `2024`, `July to September 2025`, `December 2025`; anything else stays. */
export function periodInWords(period: string): string {
  const [, year, quarter, month] = /^(\d{4})-(?:q([1-4])|(\d{2}))$/.exec(period) ?? []
  if (quarter) return `${monthName(Number(quarter) * 3 - 2)} to ${monthName(Number(quarter) * 3)} ${year}`
  return month ? `${monthName(Number(month))} ${year}` : period
}
