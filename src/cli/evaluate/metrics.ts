import { mean } from '../bench/statistics.ts'

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

/** Share of the relevant documents (grade 1 or more) that are among the first hundred of a ranking. */
export function recall100(ranking: readonly string[], grades: ReadonlyMap<string, number>): number {
  const relevant = [...grades].filter(([, grade]) => grade >= 1)
  const first = new Set(ranking.slice(0, 100))
  return relevant.filter(([id]) => first.has(id)).length / relevant.length
}

/** One over the rank of a document, counted from 1; 0 if it was not found. */
export const reciprocalRank = (ranking: readonly string[], id: string): number =>
  ranking.includes(id) ? 1 / (ranking.indexOf(id) + 1) : 0

/** How well single documents were found; `null` without queries. */
export interface KnownItemScores {
  /** Share of queries with their document first. */
  s1: number | null
  /** Share of queries with their document among the first five. */
  s5: number | null
  /** Mean reciprocal rank. */
  mrr: number | null
}

export function knownItemScores(reciprocalRanks: readonly number[]): KnownItemScores {
  const success = (rank: number): number | null =>
    mean(reciprocalRanks.map(reciprocal => (reciprocal >= 1 / rank ? 1 : 0)))
  return { s1: success(1), s5: success(5), mrr: mean(reciprocalRanks) }
}
