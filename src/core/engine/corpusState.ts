import type { Theme } from '../papers/theme.ts'

/** State of the corpus, as the page knows it. */
export interface CorpusState {
  /** Number of all papers, whether loaded yet or not. */
  papers: number
  newestDigest?: string
  themes: Theme[]
  loadedPapers: number
  loadedSegments: number
  segments: number
  /** Periods whose files failed to load; answers come from the rest. */
  missing: string[]
  /** Why the first of these is missing. */
  reason?: string
  /** Why typing errors are not corrected, where they are not. */
  lexiconReason?: string
  /** Number of papers searched, where only the newest are. */
  newest?: number
  /** Why these are the papers of an earlier visit, if they are: the site does not answer, or lacks some of its files. */
  kept?: 'unreachable' | 'incomplete'
}

/** How much of the files being loaded has arrived. */
export interface LoadProgress {
  bytes: number
  ofBytes: number
}

/** Number of segments that are loaded or known to be missing. */
export const settledSegments = ({ loadedSegments, missing }: CorpusState): number =>
  loadedSegments + missing.length
