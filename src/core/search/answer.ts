import type { CorpusPaper } from '../papers/manifest.ts'
import type { Span } from '../query/ast.ts'

/** The orders of a list of papers: by score, by the newest day, by the number of comments; each descending. */
export type Sort = 'relevance' | 'newest' | 'discussed'

/** 1: has all words of the query. 2: has some of them, and meets all its operators and phrases. */
export type Tier = 1 | 2

/** One paper of an answer. */
export interface Hit {
  paper: CorpusPaper
  tier: Tier
  /** By relevance, comparable within one answer only; null where there is nothing to rank by. */
  score: number | null
  /** The parts of the title and abstract that matched. */
  marks: { title: Span[]; abstract: Span[] }
}

/** A word, folded, that no paper or hardly any contains, and those that were searched for instead. */
export interface Correction {
  from: string
  /** The likeliest first. */
  to: string[]
}
