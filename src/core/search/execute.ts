import type { CorpusIndex, ScoredPostings } from '../index/corpusIndex.ts'
import { DocumentSet } from '../index/documentSet.ts'
import type { CorpusPaper } from '../papers/manifest.ts'
import type { Correction } from './answer.ts'
import { feedbackStems } from './feedback.ts'
import type { FilterMatcher } from './filterMatcher.ts'
import type { Highlights } from './highlight.ts'
import type { Comparison } from './order.ts'
import type {
  AcronymClause,
  Alternative,
  BoostedStems,
  ExpandedTerm,
  FeedbackPlan,
  QueryPlan,
  ScoredPhrase,
  TermClause,
} from './queryPlan.ts'
import { ScoreAccumulator } from './scoreAccumulator.ts'
import type { Titles } from './titles.ts'

/** The papers that plans are executed over, and their index. */
export interface SearchedCorpus {
  papers: readonly CorpusPaper[]
  index: CorpusIndex
  filters: FilterMatcher
  titles: Titles
  /** The rank of each paper in the order that decides where scores are equal. */
  ranks: Int32Array
}

/** A word of the query as it was understood. */
export interface InterpretedTerm extends ExpandedTerm {
  /** A paper that has other alternatives may lack it. */
  isAlternative: boolean
  /** The words that were found for it as neighbours: `kv cache` for `kvcache`. */
  phrases: string[][]
  acronym?: AcronymClause
}

/** The papers that a plan finds. */
export interface Retrieved {
  /** Numbers of the papers that match, in no order: those that have all words of the query, */
  first: Int32Array
  /** and those that have some. */
  second: Int32Array
  byRelevance: Comparison
  /** The number of papers at the front of each tier that come first by relevance. */
  reranked: number
  /** Comparable within one answer only. */
  scoreOf: (document: number) => number
  corrections: Correction[]
  highlights: Highlights
  /** In the order of the plan. */
  terms: InterpretedTerm[]
  /** Whether there was any word to rank by. */
  ranked: boolean
}

/**
 * Finds and scores the papers of a plan, from postings, in time linear in their lengths. Texts of papers are read in two
 * places: phrases are looked for in their candidates, and feedback analyses the best papers so far.
 */
export function executePlan(plan: QueryPlan, corpus: SearchedCorpus): Retrieved {
  return new Execution(plan, corpus).run()
}

class Execution {
  readonly #plan: QueryPlan
  readonly #corpus: SearchedCorpus
  readonly #scores: ScoreAccumulator
  readonly #stems = new Set<string>()
  readonly #phrases: string[][] = []
  readonly #corrections: Correction[] = []
  readonly #terms: InterpretedTerm[] = []

  constructor(plan: QueryPlan, corpus: SearchedCorpus) {
    this.#plan = plan
    this.#corpus = corpus
    this.#scores = new ScoreAccumulator(corpus.ranks)
  }

  run(): Retrieved {
    const { should, anyOf, must, phrases, feedback, clauses, coordination, reranked } = this.#plan
    const scores = this.#scores
    for (const clause of should) this.#addTerm(clause)
    for (const group of anyOf) this.#addGroup(group)
    if (feedback) this.#addFeedback(feedback)
    const matching = must.length > 0 ? this.#matching(must, clauses > 0) : undefined
    if (matching) for (const phrase of phrases) this.#scorePhrase(phrase, matching)
    const tiers = this.#tiers(matching)
    for (const document of tiers.second) {
      scores.multiply(document, (scores.met(document) / clauses) ** coordination)
    }
    this.#rankByTitle(tiers)
    return {
      ...tiers,
      byRelevance: scores.compare,
      reranked,
      scoreOf: document => scores.scores[document] as number,
      corrections: this.#corrections,
      highlights: { stems: this.#stems, phrases: this.#phrases },
      terms: this.#terms,
      ranked: this.#stems.size > 0 || this.#phrases.length > 0,
    }
  }

  #tiers(matching: DocumentSet | undefined): { first: Int32Array; second: Int32Array } {
    const { clauses, fewInFirstTier } = this.#plan
    const all = (): Int32Array => Int32Array.from(this.#corpus.papers.keys())
    const candidates = matching ? matching.members() : clauses > 0 ? this.#scores.matchedDocs : all()
    const first = this.#scores.meeting(candidates, clauses, clauses)
    const isEnough = first.length >= fewInFirstTier || clauses === 0
    return { first, second: isEnough ? new Int32Array() : this.#scores.meeting(candidates, 1, clauses - 1) }
  }

  #interpret(expanded: ExpandedTerm, isAlternative: boolean): InterpretedTerm {
    const interpreted: InterpretedTerm = { ...expanded, isAlternative, phrases: [] }
    this.#terms.push(interpreted)
    return interpreted
  }

  /** Scores the papers that have any stem of a word. */
  #scoreTerm({ term, stems, guesses }: InterpretedTerm): ScoredPostings {
    const isTold = this.#corrections.some(({ from }) => from === term)
    if (guesses.length > 0 && !isTold) this.#corrections.push({ from: term, to: guesses })
    for (const { stem } of stems) this.#stems.add(stem)
    const matched = this.#corpus.index.match(stems)
    this.#scores.add(matched)
    return matched
  }

  #addTerm({ isRequired, splits, compound, acronym, ...expanded }: TermClause): void {
    const term = this.#interpret(expanded, false)
    if (this.#addSplits(term, splits)) return
    const { documents } = this.#scoreTerm(term)
    if (!isRequired) return
    this.#scores.addMatches(documents)
    if (compound) this.#addCompound(term, compound, documents)
    if (!acronym) return
    term.acronym = acronym
    const others = this.#withAll(acronym.stems).without(this.#setOf(documents))
    this.#scoreStems(acronym, others)
    for (const stem of acronym.stems) this.#stems.add(stem)
    this.#scores.addMatches(others.members())
  }

  #setOf(documents: Int32Array): DocumentSet {
    return DocumentSet.of(this.#corpus.papers.length, documents)
  }

  #all(): DocumentSet {
    return DocumentSet.all(this.#corpus.papers.length)
  }

  #withAll(stems: readonly string[]): DocumentSet {
    return intersection(stems.map(stem => this.#corpus.index.documentsOf(stem)))
  }

  #scoreStems({ stems, boost }: BoostedStems, among: DocumentSet): void {
    for (const stem of stems) {
      this.#scores.add(this.#corpus.index.match([{ stem, weight: 1 }]), boost, among)
    }
  }

  #scorePhrase(phrase: ScoredPhrase, among: DocumentSet): void {
    this.#scoreStems(phrase, among)
    this.#phrases.push(phrase.terms)
  }

  /** Papers that write a word with a hyphen have it, too: `multi-agent` for `multiagent`. */
  #addCompound(term: InterpretedTerm, compound: ScoredPhrase, documents: Int32Array): void {
    const others = this.#withAll(compound.stems).without(this.#setOf(documents))
    const isTested = others.size <= this.#plan.maxTested
    this.#addPhrase(term, compound, isTested ? this.#corpus.filters.documents(compound, others) : others)
  }

  /** Counts papers as having a word of which they write the parts. */
  #addPhrase(term: InterpretedTerm, phrase: ScoredPhrase, found: DocumentSet): void {
    if (found.size === 0) return
    this.#scorePhrase(phrase, found)
    this.#scores.addMatches(found.members())
    term.phrases.push(phrase.terms)
  }

  /** Says whether papers write a word that the corpus does not know as two: these then count as having it. */
  #addSplits(term: InterpretedTerm, splits: readonly ScoredPhrase[]): boolean {
    let left = this.#all()
    for (const split of splits) {
      const found = this.#corpus.filters.documents(split, left)
      this.#addPhrase(term, split, found)
      left = left.without(found)
    }
    if (term.phrases.length === 0) return false
    term.stems = []
    return true
  }

  /** A paper meets a group once, with the sum of what it has. */
  #addGroup(group: readonly Alternative[]): void {
    const having = group
      .map(member => this.#alternative(member))
      .reduce((left, documents) => left.or(documents))
    this.#scores.addMatches(having.members())
  }

  #alternative(member: Alternative): DocumentSet {
    if ('terms' in member) {
      return intersection(
        member.terms.map(term => this.#setOf(this.#scoreTerm(this.#interpret(term, true)).documents)),
      )
    }
    const documents = this.#corpus.filters.documents(member.phrase, this.#all())
    this.#scorePhrase(member.phrase, documents)
    return documents
  }

  #addFeedback({ documents, boost }: FeedbackPlan): void {
    const { papers, index } = this.#corpus
    const { scores } = this.#scores
    const best = this.#scores.best(this.#scores.matchedDocs, documents)
    const sum = best.reduce((total, document) => total + (scores[document] as number), 0)
    const answers = Array.from(best, document => ({
      paper: papers[document] as CorpusPaper,
      share: (scores[document] as number) / sum,
    }))
    for (const [stem, weight] of feedbackStems(answers)) {
      this.#scores.add(index.match([{ stem, weight: 1 }]), boost * weight)
    }
  }

  /** The papers that meet every condition. Where words were asked for, only those that have one can be shown. */
  #matching(must: QueryPlan['must'], hasWords: boolean): DocumentSet {
    const within = hasWords ? this.#setOf(this.#scores.matchedDocs) : this.#all()
    return this.#corpus.filters.documents({ type: 'and', members: must }, within)
  }

  /** Moves the best papers of both tiers to the front. Scores only grow by titles, so these stay the best. */
  #rankByTitle(tiers: { first: Int32Array; second: Int32Array }): void {
    const { ranksByTitle, reranked } = this.#plan
    const bonus = ranksByTitle ? this.#corpus.titles.bonus(this.#terms) : undefined
    for (const tier of [tiers.first, tiers.second]) {
      const best = this.#scores.best(tier, reranked)
      if (bonus) for (const document of best) this.#scores.multiply(document, bonus(document))
    }
  }
}

/** The documents that are in all of one or more sets. */
const intersection = (sets: readonly DocumentSet[]): DocumentSet => sets.reduce((left, set) => left.and(set))
