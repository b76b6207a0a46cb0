import type { CorpusIndex } from '../index/corpusIndex.ts'
import { DocumentSet } from '../index/documentSet.ts'
import type { CorpusPaper } from '../papers/manifest.ts'
import type { BooleanFilter, FieldFilter, PhraseFilter } from '../query/booleanFilter.ts'
import { MatchablePaper, meets } from '../query/match.ts'
import { preparePhrase } from '../query/phraseMatching.ts'

/** Answers of single clauses kept: a clause stays the same while the words beside it are typed. */
const MAX_REMEMBERED = 100

/** Papers whose texts stay folded for strict matching, about 2 kB each. */
const MAX_FOLDED = 8_000

/** Where a smaller share of the papers is left, these alone are tested, and the result is not remembered. */
const MIN_SHARE_TO_REMEMBER = 1 / 8

type Leaf = PhraseFilter | FieldFilter

/** Finds the papers of a corpus that match a filter. Make another one when papers are added. */
export class FilterMatcher {
  readonly #papers: readonly CorpusPaper[]
  readonly #index: CorpusIndex
  readonly #remembered = new Map<string, DocumentSet>()
  readonly #folded = new Map<number, MatchablePaper>()
  #next = 0

  constructor(papers: readonly CorpusPaper[], index: CorpusIndex) {
    this.#papers = papers
    this.#index = index
  }

  /**
   * Folds the texts of `count` more papers ahead of the first query that has to look into them all.
   *
   * @returns whether any are left whose texts may be kept
   */
  prepare(count: number): boolean {
    const most = Math.min(MAX_FOLDED, this.#papers.length)
    for (const end = Math.min(this.#next + count, most); this.#next < end; this.#next++) {
      this.textsOf(this.#next).prepare()
    }
    return this.#next < most
  }

  /** The papers among `within` that match a filter. Members are looked up one by one, in the papers that are left. */
  documents(filter: BooleanFilter, within: DocumentSet): DocumentSet {
    switch (filter.type) {
      case 'and': {
        // Filters that the index decides come first: they leave few papers whose texts are tested.
        const members = filter.members.toSorted((a, b) => Number(isIndexed(b)) - Number(isIndexed(a)))
        return members.reduce((left, member) => this.documents(member, left), within)
      }
      case 'or':
        return filter.members.reduce(
          (found, member) => found.or(this.documents(member, within)),
          new DocumentSet(this.#papers.length),
        )
      case 'not':
        return within.without(this.documents(filter.member, within))
      default:
        return this.#leaf(filter, within)
    }
  }

  #leaf(leaf: Leaf, within: DocumentSet): DocumentSet {
    const key = JSON.stringify(leaf)
    const known = this.#remembered.get(key)
    if (known) return known.and(within)
    if (within.size < this.#papers.length * MIN_SHARE_TO_REMEMBER)
      return this.#among(this.#candidates(leaf, within), leaf)
    const found = this.#among(this.#candidates(leaf, DocumentSet.all(this.#papers.length)), leaf)
    if (this.#remembered.size >= MAX_REMEMBERED) this.#remembered.clear()
    this.#remembered.set(key, found)
    return found.and(within)
  }

  #among(candidates: DocumentSet, leaf: Leaf): DocumentSet {
    const found = new DocumentSet(this.#papers.length)
    const isMatch = this.#test(leaf)
    for (const document of candidates.members()) if (isMatch(document)) found.add(document)
    return found
  }

  /** Conditions on values read no texts. */
  #test(leaf: Leaf): (document: number) => boolean {
    if (leaf.type !== 'phrase') return document => meets(this.#papers[document] as CorpusPaper, leaf)
    const phrase = preparePhrase(leaf)
    return document => this.textsOf(document).has(phrase, leaf.field)
  }

  /** A paper with what is known of its texts by now. */
  textsOf(document: number): MatchablePaper {
    let paper = this.#folded.get(document)
    if (!paper) {
      paper = new MatchablePaper(this.#papers[document] as CorpusPaper)
      if (this.#folded.size < MAX_FOLDED) this.#folded.set(document, paper)
    }
    return paper
  }

  /** The papers that have all stems of one list of the plan; all of `within` where it has no lists. */
  #candidates(leaf: Leaf, within: DocumentSet): DocumentSet {
    if (leaf.type !== 'phrase' || !leaf.candidates) return within
    return leaf.candidates
      .map(stems =>
        stems.map(stem => this.#index.documentsOf(stem)).reduce((left, documents) => left.and(documents)),
      )
      .reduce((found, documents) => found.or(documents))
      .and(within)
  }
}

/** Whether the index names the papers that a filter is about: it has all words but the common ones. */
const isIndexed = (filter: BooleanFilter): boolean =>
  filter.type === 'not'
    ? isIndexed(filter.member)
    : filter.type === 'phrase' && filter.candidates !== undefined
