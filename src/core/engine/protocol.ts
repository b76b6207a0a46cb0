import type { CitationFormat } from '../cite/formats.ts'
import type { Digests } from '../papers/digests.ts'
import type { Theme } from '../papers/theme.ts'
import type { FacetCount } from '../search/facets.ts'
import type { Reason } from '../search/reasons.ts'
import type { Suggestion, SuggestRequest } from '../suggest/suggestion.ts'
import type { NearMiss } from '../themes/nearMisses.ts'
import type { ThemeTrends } from '../themes/themeTrends.ts'
import type {
  FacetRequest,
  FilePart,
  PaperAnswer,
  RelatedPaper,
  SearchEngine,
  SearchRequest,
  SearchResponse,
} from './engine.ts'
import type { Guide } from './examples.ts'

/** What the page knows of the corpus. */
export interface CorpusState {
  /** All papers there are, whether they have come yet or not. */
  papers: number
  newestDigest?: string
  themes: Theme[]
  loadedPapers: number
  loadedSegments: number
  segments: number
  /** Periods whose files could not be had; the rest answers without them. */
  missing: string[]
  /** Why the first of these is missing. */
  reason?: string
  /** Why typing errors are not corrected, where they are not. */
  lexiconReason?: string
  /** Only so many papers are searched, the newest. */
  newest?: number
  /** Why these are the papers of an earlier visit, if they are: the site does not answer, or has not all of its files. */
  kept?: 'unreachable' | 'incomplete'
}

/** How much of what is being loaded has come. */
export interface Arrived {
  bytes: number
  ofBytes: number
}

/** How many segments are dealt with: loaded, or known to be missing. */
export const settledSegments = ({ loadedSegments, missing }: CorpusState): number =>
  loadedSegments + missing.length

export type Call =
  | { method: 'search'; request: SearchRequest }
  | { method: 'explain'; ids: readonly string[]; q: string }
  | { method: 'paper'; id: string; within: Parameters<SearchEngine['paper']>[1] }
  | { method: 'found'; request: Parameters<SearchEngine['found']>[0] }
  | { method: 'cite'; ids: readonly string[]; format: CitationFormat; part: FilePart }
  | { method: 'related'; id: string }
  | { method: 'suggest'; request: SuggestRequest }
  | { method: 'findFacet'; request: FacetRequest }
  | { method: 'themes' }
  | { method: 'digests' }
  | { method: 'guide' }
  | { method: 'nearMisses'; theme: string }

export type Answer =
  | SearchResponse
  | PaperAnswer
  | RelatedPaper[]
  | Reason[][]
  | string[]
  | string
  | Suggestion[]
  | FacetCount[]
  | ThemeTrends
  | Digests
  | Guide
  | NearMiss[]

/** From the page to the worker. */
export type ToWorker =
  | { type: 'open'; corpus: string }
  /** Loads what could not be had before. */
  | { type: 'again' }
  /** Asks for a `pong`, which tells that the worker lives and was told to open the corpus. */
  | { type: 'ping' }
  | { type: 'call'; number: number; call: Call }
  | { type: 'abort'; number: number }

/** From the worker to the page. */
export type ToPage =
  | { type: 'corpus'; corpus: CorpusState }
  | { type: 'arrived'; arrived: Arrived }
  /** The script of the worker runs. */
  | { type: 'started' }
  /** `isOpen`: it was told to open a corpus. What was not cannot answer any call. */
  | { type: 'pong'; isOpen: boolean }
  | { type: 'failed'; reason: string }
  | { type: 'answer'; number: number; answer: Answer }
  | { type: 'error'; number: number; reason: string }
