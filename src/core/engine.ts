import type { FacetCount, FacetName } from './facets.ts'
import type { CorpusPaper } from './manifest.ts'
import type { QueryProblem, Span } from './query/ast.ts'
import type { Sort } from './view.ts'

export interface SearchRequest {
  q: string
  /** Absent: by relevance where there are words to rank by, else the newest first. */
  sort?: Sort
  /** Counted from 1. A page behind the last one is answered with the last one. */
  page: number
  pageSize: number
}

export interface Hit {
  paper: CorpusPaper
  /** What matched in the texts as shown. */
  marks: { title: Span[]; abstract: Span[] }
}

/** A word that no paper contains, and the one that was searched for instead. */
export interface Correction {
  from: string
  to: string
}

/** How much of the corpus an answer is drawn from, while the rest has not come yet. */
export interface Partial {
  segments: number
  ofSegments: number
}

export interface SearchResponse {
  /** The hits of one page, in order. */
  hits: Hit[]
  total: number
  page: number
  pages: number
  /** The order that was used. */
  sort: Sort
  /** Whether there is anything to rank by. */
  ranked: boolean
  /** The number of papers searched. */
  papers: number
  facets: Record<FacetName, FacetCount[]>
  problems: QueryProblem[]
  corrections: Correction[]
  tookMs: number
  partial: Partial | null
}

/** A paper by name only, for a link to it. */
export type PaperRef = Pick<CorpusPaper, 'id' | 'title'>

export type PaperAnswer =
  | {
      status: 'found'
      paper: CorpusPaper
      /** Where the paper stands in the list it was opened from; absent where that list does not hold it. */
      place?: { index: number; total: number; previous?: PaperRef; next?: PaperRef }
    }
  | {
      status: 'unknown'
      /** Papers whose titles resemble the id asked for. */
      similar: PaperRef[]
      partial: Partial | null
    }

/** The part of an `AbortSignal` that engines use; core knows no browser. */
export interface Signal {
  throwIfAborted(): void
}

/**
 * Answers questions about a corpus, wherever it is held. Every call may be given up through `signal`; it then rejects
 * with the signal's reason.
 */
export interface SearchEngine {
  search(request: SearchRequest, signal?: Signal): Promise<SearchResponse>
  /** The paper of an id or former id, and its neighbours in the answer to `within`. */
  paper(id: string, within: Pick<SearchRequest, 'q' | 'sort'>, signal?: Signal): Promise<PaperAnswer>
}
