import type { ParsedQuery } from '../query/parse.ts'
import type { Sort, Tier } from '../search/answer.ts'
import { type Comparison, firstOf } from '../search/order.ts'
import { RERANKED, type Retrieved } from '../search/retrieve.ts'

import type { LoadedCorpus } from './loadedCorpus.ts'

/** A query and the order of its results. */
export interface ListRequest {
  q: string
  /** Absent: by relevance where there are words to rank by, else the newest first. */
  sort?: Sort
}

/** Papers found by a query, and the order to list them in. */
export interface RankedList {
  parsed: ParsedQuery
  retrieved: Retrieved
  /** The order that is used. */
  sort: Sort
  total: number
  compare: Comparison
}

/** The order to use: relevance where there is anything to rank by and nothing else is asked for. */
const sortFor = (asked: Sort | undefined, ranked: boolean): Sort =>
  asked === undefined || asked === 'relevance' ? (ranked ? 'relevance' : 'newest') : asked

function comparisonBy(corpus: LoadedCorpus, { byRelevance }: Retrieved, sort: Sort): Comparison {
  if (sort === 'relevance') return byRelevance
  const ranks = corpus.ranks(sort)
  return (a, b) => (ranks[a] as number) - (ranks[b] as number)
}

export function rankList(corpus: LoadedCorpus, { q, sort: asked }: ListRequest): RankedList {
  const parsed = corpus.parse(q)
  const retrieved = corpus.retrieve(parsed.query)
  const sort = sortFor(asked, retrieved.ranked)
  const total = retrieved.first.length + retrieved.second.length
  return { parsed, retrieved, sort, total, compare: comparisonBy(corpus, retrieved, sort) }
}

/** One page of a list, counted from 1: the first tier before the second, each in order. */
export function pageOf(
  { retrieved: { first, second }, sort, compare }: RankedList,
  page: number,
  size: number,
): { document: number; tier: Tier }[] {
  const [start, end] = [(page - 1) * size, page * size]
  const documentsOf = (tier: Int32Array, from: number, to: number): number[] => {
    const candidates = sort === 'relevance' && to <= RERANKED ? tier.subarray(0, RERANKED) : tier
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
