export const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length

/** DCG: the sum of (2^grade − 1) / log2(rank + 1) over ranks counted from 1. */
const gain = (grades: readonly number[]): number =>
  grades.reduce((sum, grade, index) => sum + (2 ** grade - 1) / Math.log2(index + 2), 0)

/**
 * nDCG@10 of one ranking: DCG of its first ten over DCG of the ten best judged documents (Järvelin and Kekäläinen
 * 2002, with the exponential gain of Burges et al. 2005). Documents without a judgement have grade 0.
 *
 * @param grades document id → grade, one of them above 0
 */
export function ndcg10(ranking: readonly string[], grades: ReadonlyMap<string, number>): number {
  const best = [...grades.values()].sort((a, b) => b - a)
  const found = ranking.slice(0, 10).map(id => grades.get(id) ?? 0)
  return gain(found) / gain(best.slice(0, 10))
}

/** The share of the relevant documents (grade 1 or more) among the first hundred of a ranking. */
export function recall100(ranking: readonly string[], grades: ReadonlyMap<string, number>): number {
  const relevant = [...grades].filter(([, grade]) => grade >= 1)
  const first = new Set(ranking.slice(0, 100))
  return relevant.filter(([id]) => first.has(id)).length / relevant.length
}

/** One over the rank of a document, counted from 1; 0 where it was not found. */
export const reciprocalRank = (ranking: readonly string[], id: string): number =>
  ranking.includes(id) ? 1 / (ranking.indexOf(id) + 1) : 0

/** How well single documents were found. `null` where nothing was asked. */
export interface Finding {
  /** The share of queries whose document came first. */
  s1: number | null
  /** The share of queries whose document was among the first five. */
  s5: number | null
  /** Mean reciprocal rank. */
  mrr: number | null
}

export function findingOf(reciprocalRanks: readonly number[]): Finding {
  const success = (rank: number): number | null =>
    mean(reciprocalRanks.map(reciprocal => (reciprocal >= 1 / rank ? 1 : 0)))
  return { s1: success(1), s5: success(5), mrr: mean(reciprocalRanks) }
}

/** The value that a share of the values does not exceed (nearest rank); `null` where there are none. */
export function percentile(values: readonly number[], share: number): number | null {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null
}
