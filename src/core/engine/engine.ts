import type { CitationFormat } from '../cite/formats.ts'
import type { Digests } from '../papers/digests.ts'
import type { CorpusPaper } from '../papers/manifest.ts'
import type { QueryProblem } from '../query/ast.ts'
import type { Correction, Hit, Sort } from '../search/answer.ts'
import type { FacetCount, FacetCounts, FacetName } from '../search/facets.ts'
import type { Reason } from '../search/reasons.ts'
import type { Common } from '../search/related.ts'
import type { Suggestion, SuggestRequest } from '../suggest/suggestion.ts'
import type { NearMiss } from '../themes/nearMisses.ts'
import type { ThemeTrends } from '../themes/themeTrends.ts'
import type { Guide } from './examples.ts'

export interface SearchRequest {
  q: string
  /** Absent: by relevance where there are words to rank by, else the newest first. */
  sort?: Sort
  /** Counted from 1. A page behind the last one is answered with the last one. */
  page: number
  pageSize: number
}

/** How much of the corpus an answer is drawn from, where that is not all of it. */
export interface Partial {
  segments: number
  ofSegments: number
  /** The periods of segments that could not be had or were refused. All others may still come. */
  missing: readonly string[]
}

/** Whether more of the corpus may come. */
export const isComing = (partial: Partial | null | undefined): partial is Partial =>
  !!partial && partial.segments + partial.missing.length < partial.ofSegments

export interface SearchResponse {
  /** The hits of one page, in order. */
  hits: Hit[]
  /** Papers found, of both tiers. The second is there only where the first has few. */
  total: number
  inFirstTier: number
  page: number
  pages: number
  /** The order that was used. */
  sort: Sort
  /** Whether there is anything to rank by. */
  ranked: boolean
  /** The number of papers searched. */
  papers: number
  facets: Record<FacetName, FacetCounts>
  /** Themes that the papers found have more often than others, the most telling first; not those the query asks for. */
  telling: FacetCount[]
  problems: QueryProblem[]
  corrections: Correction[]
  /** 0 where nobody waited for it. */
  tookMs: number
  partial: Partial | null
}

/** Asks for values of a facet by what is typed of them, counted for a query. */
export interface FacetRequest {
  q: string
  name: FacetName
  typed: string
}

/** A paper by name only, for a link to it. */
export type PaperRef = Pick<CorpusPaper, 'id' | 'title'>

/** Where a paper stands in a list, counted from 0, and the papers beside it. */
export interface Place {
  index: number
  total: number
  previous?: PaperRef
  next?: PaperRef
}

export type PaperAnswer =
  | {
      status: 'found'
      paper: CorpusPaper
      /** In the list it was opened from; absent where that list does not hold it. */
      place?: Place
    }
  | {
      status: 'unknown'
      /** Papers whose titles resemble the id asked for. */
      similar: PaperRef[]
      partial: Partial | null
    }

/** Which part of a file is made: whether it begins the file, and whether it ends it. */
export interface FilePart {
  first: boolean
  last: boolean
}

/** A paper that another leads to, its day, and what both have in common. */
export interface RelatedPaper
  extends Common,
    Pick<CorpusPaper, 'id' | 'title' | 'publishedAt' | 'publishedYearInferred'> {}

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
  /** Why each of these papers answers a query: one thing asked after the other. Ids that are not known have no reasons. */
  explain(ids: readonly string[], q: string, signal?: Signal): Promise<Reason[][]>
  /** The paper of an id or former id, and its neighbours in the answer to `within`. */
  paper(id: string, within: Pick<SearchRequest, 'q' | 'sort'>, signal?: Signal): Promise<PaperAnswer>
  /** The ids of all papers found, in the order of the list. */
  found(request: Pick<SearchRequest, 'q' | 'sort'>, signal?: Signal): Promise<string[]>
  /** A part of the file that cites these papers, in this order: long files are made part by part. */
  cite(ids: readonly string[], format: CitationFormat, part: FilePart, signal?: Signal): Promise<string>
  /** The papers most related to one, at most 6, the closest first. None where the id is not known. */
  related(id: string, signal?: Signal): Promise<RelatedPaper[]>
  /** The values of a facet of which a word begins as typed, at most 20, in the order of the facet. */
  findFacet(request: FacetRequest, signal?: Signal): Promise<FacetCount[]>
  /** How to go on from what is being typed, in the order to show it. Any text and caret are answered. */
  suggest(request: SuggestRequest, signal?: Signal): Promise<Suggestion[]>
  /** How many papers each theme has, and how these are spread over time. */
  themes(signal?: Signal): Promise<ThemeTrends>
  /** The days on which papers were listed. */
  digests(signal?: Signal): Promise<Digests>
  /** Examples for the help page, and what the corpus spans. */
  guide(signal?: Signal): Promise<Guide>
  /** Papers that miss the rule of a theme by one condition. A theme that is not known has none. */
  nearMisses(theme: string, signal?: Signal): Promise<NearMiss[]>
}
