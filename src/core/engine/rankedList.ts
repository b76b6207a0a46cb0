import type { Sort, Tier } from '../search/answer.ts'
import type { Retrieved } from '../search/execute.ts'
import { type Comparison, firstOf } from '../search/order.ts'
import { planQuery } from '../search/plan.ts'
import type { QueryPlan } from '../search/queryPlan.ts'
import type { LoadedCorpus } from './loadedCorpus.ts'

/** A query and the order of its results. */
export interface ListRequest {
  q: string
  /** Absent: by relevance where there are words to rank by, else the newest first. */
  sort?: Sort
}

/** Papers found by a query, and the order to list them in. */
export interface RankedList {
  retrieved: Retrieved
  /** The order that is used. */
  sort: Sort
  total: number
  compare: Comparison
}

function comparisonBy(corpus: LoadedCorpus, { byRelevance }: Retrieved, sort: Sort): Comparison {
  if (sort === 'relevance') return byRelevance
  const ranks = corpus.ranks(sort)
  return (a, b) => (ranks[a] as number) - (ranks[b] as number)
}

/** Executes a plan. An order by relevance needs something to rank by; else the newest papers come first. */
export function rankPlan(
  corpus: LoadedCorpus,
  { sort: asked, ...plan }: QueryPlan & { sort: Sort },
): RankedList {
  const retrieved = corpus.execute(plan)
  const sort = asked === 'relevance' && !retrieved.ranked ? 'newest' : asked
  const total = retrieved.first.length + retrieved.second.length
  return { retrieved, sort, total, compare: comparisonBy(corpus, retrieved, sort) }
}

export const rankList = (corpus: LoadedCorpus, { q, sort = 'relevance' }: ListRequest): RankedList =>
  rankPlan(corpus, { ...planQuery(corpus.parse(q).query, corpus.planContext), sort })

/** One page of a list, counted from 1: the first tier before the second, each in order. */
export function pageOf(
  { retrieved: { first, second, reranked }, sort, compare }: RankedList,
  page: number,
  size: number,
): { document: number; tier: Tier }[] {
  const [start, end] = [(page - 1) * size, page * size]
  const documentsOf = (tier: Int32Array, from: number, to: number): number[] => {
    const candidates = sort === 'relevance' && to <= reranked ? tier.subarray(0, reranked) : tier
    return [...firstOf(candidates, to, compare).subarray(from)]
  }
  const behindFirst = (place: number): number => Math.max(0, place - first.length)
  return [
    ...documentsOf(first, start, end).map(document => ({ document, tier: 1 as const })),
    ...documentsOf(second, behindFirst(start), behindFirst(end)).map(document => ({
      document,
      tier: 2 as const,
    })),
  ]
}
