import { listingDays } from '../papers/listingDays.ts'
import type { CorpusPaper } from '../papers/manifest.ts'

/** The days and months that the papers of a corpus span. */
export interface CorpusSpan {
  digests: number
  firstDigest?: string
  newestDigest?: string
  firstMonth?: string
  lastMonth?: string
  /** Number of papers whose day of publication is not known. */
  undated: number
}

export function corpusSpan(papers: readonly CorpusPaper[]): CorpusSpan {
  const [days, months] = [new Set<string>(), new Set<string>()]
  let undated = 0
  for (const paper of papers) {
    const { publishedAt } = paper
    for (const day of listingDays(paper)) days.add(day)
    if (publishedAt === undefined) undated++
    else if (publishedAt.length > 4) months.add(publishedAt.slice(0, 7))
  }
  const [allDays, allMonths] = [[...days].sort(), [...months].sort()]
  const [firstDigest, newestDigest] = [allDays[0], allDays.at(-1)]
  const [firstMonth, lastMonth] = [allMonths[0], allMonths.at(-1)]
  return {
    digests: days.size,
    ...(firstDigest && newestDigest && { firstDigest, newestDigest }),
    ...(firstMonth && lastMonth && { firstMonth, lastMonth }),
    undated,
  }
}
