import type { AcronymExpansion } from '../index/acronyms.ts'
import type { WeightedStem } from '../index/corpusIndex.ts'
import type { BooleanFilter, PhraseFilter } from '../query/booleanFilter.ts'
import type { Sort } from './answer.ts'
import type { FacetName } from './facets.ts'
import type { MatchKind } from './reasons.ts'

/** A stem that stands for a word. `weight`, from 0 to 1, multiplies its term frequencies. */
export interface ExpandedStem extends WeightedStem {
  kind: Exclude<MatchKind, 'exact'>
}

/** A word of a query and what it stands for in the corpus. */
export interface ExpandedTerm {
  /** Folded, as `analyze` gives it. */
  term: string
  /** Still being typed: a word of a title that begins so equals it. */
  isPrefix: boolean
  /**
   * Any of these: they are scored as one term, whose frequency is the weighted sum of theirs, and whose document frequency
   * is the number of documents that have one of them.
   */
  stems: ExpandedStem[]
  /** The words searched for instead, where the corpus has nothing or next to nothing under this one; the likeliest first. */
  guesses: string[]
}

/** Stems that are scored one by one, each by its own document frequency. */
export interface BoostedStems {
  stems: string[]
  /** Multiplies their scores; has no unit. */
  boost: number
}

/** A phrase that is scored by its words in the documents that match it. */
export interface ScoredPhrase extends PhraseFilter, BoostedStems {}

/** The other side of an acronym: documents that have all of its stems, but not the word, have the word, too. */
export interface AcronymClause extends AcronymExpansion, BoostedStems {}

/** A word that documents should have. */
export interface TermClause extends ExpandedTerm {
  /** Whether it is one of `clauses`. Other words only score. */
  isRequired: boolean
  /**
   * Ways to read a word that the corpus does not know as two that it does. Documents that match one have the word. Where
   * any document does, `stems` and `guesses` do not apply.
   */
  splits: ScoredPhrase[]
  /**
   * The word as the corpus also writes it, with a hyphen. Documents that match it, but have none of `stems`, have the word,
   * too. Where more than `maxTested` have all its stems, these have the word.
   */
  compound?: ScoredPhrase
  acronym?: AcronymClause
}

/** One of several alternatives: all of some words, or a phrase. A document is scored by all alternatives that it has. */
export type Alternative = { terms: ExpandedTerm[] } | { phrase: ScoredPhrase }

/**
 * Relevance feedback (RM3): the best documents so far are read for the stems that tell them from others, and all documents
 * are scored by these, too; see `feedbackStems`.
 */
export interface FeedbackPlan {
  /** How many of the best documents are read. */
  documents: number
  /** Multiplies the weights of the stems, which sum to one. */
  boost: number
}

/**
 * The documents to find and the way to score them, as plain JSON: all that an executor needs beside the documents and the
 * scores of single stems (BM25F; fields, weights and parameters: `index/corpusIndex.ts`).
 *
 * A document's score is the sum over `should`, `anyOf`, `feedback` and `phrases`, in this order. It is multiplied by
 * (clauses met ⁄ clauses) ** `coordination` in the second tier, and by the factor of `Titles` where `ranksByTitle`.
 */
export interface QueryPlan {
  /** In the order of the query. */
  should: TermClause[]
  anyOf: Alternative[][]
  /** Every document found meets all of these. */
  must: BooleanFilter[]
  /** The phrases of `must` that score. */
  phrases: ScoredPhrase[]
  /** Absent where no text is written out. */
  feedback?: FeedbackPlan
  /**
   * The number of required terms and of alternatives. Documents that meet all of them are the first tier. Those that meet
   * some are the second, which is shown where the first has fewer than `fewInFirstTier`. Without clauses all documents are
   * in the first tier.
   */
  clauses: number
  fewInFirstTier: number
  /** Exponent, from 3 for short queries down to 0 for prose. */
  coordination: number
  /** Most documents in which a `compound` is looked for. */
  maxTested: number
  /** The number of documents of each tier that come to the front, the best first by score. */
  reranked: number
  /** Whether the titles of these multiply their scores. */
  ranksByTitle: boolean
}

/** The documents that the counts of a facet are taken over. */
export interface FacetPlan {
  /** Values that the query asks for, as they are written in a query. They are counted however few documents have them, */
  included: string[]
  /** and so are those that it leaves out. */
  excluded: string[]
  /** The query without what it says about the facet, where that says anything: alternatives are counted beside each other. */
  others?: QueryPlan
}

/** A query plan and what else an answer consists of. */
export interface AnswerPlan extends QueryPlan {
  /** `relevance` means `newest` where nothing scores. */
  sort: Sort
  facets: Record<FacetName, FacetPlan>
}
