import type { CorpusIndex } from '../index/corpusIndex.ts'
import { DocumentSet } from '../index/documentSet.ts'
import { splitCompound } from '../index/splitCompound.ts'
import type { CorpusPaper } from '../papers/manifest.ts'
import type { Query } from '../query/ast.ts'
import { MatchablePaper, type MatchContext, meets } from '../query/match.ts'
import { phraseOf } from '../query/phraseMatching.ts'
import { analyze } from '../text/analyze.ts'
import { stemOf } from '../text/stem.ts'
import { isStopWord } from '../text/stopwords.ts'

/** Answers of single clauses kept: a clause stays the same while the words beside it are typed. */
const MAX_REMEMBERED = 100

/** Papers whose texts stay folded for strict matching, about 2 kB each. */
const MAX_FOLDED = 8_000

/** Where fewer than one paper in so many is left, these are looked at, and nothing is remembered. */
const FEW = 8

type Leaf = Exclude<Query, { type: 'all' | 'and' | 'or' | 'not' }>

/** Finds the papers of a corpus that match strictly. Forgets all it knows when papers are added: make another. */
export class FilterMatcher {
  readonly #papers: readonly CorpusPaper[]
  readonly #index: CorpusIndex
  readonly #context: MatchContext
  readonly #remembered = new Map<string, DocumentSet>()
  readonly #folded = new Map<number, MatchablePaper>()
  #next = 0

  constructor(papers: readonly CorpusPaper[], index: CorpusIndex, context: MatchContext) {
    this.#papers = papers
    this.#index = index
    this.#context = context
  }

  /**
   * Folds the texts of so many more papers ahead of the first query that has to look into them all.
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

  /** The papers among `within` that match a query. Clauses are looked up one by one, in the papers that are left. */
  documents(query: Query, within: DocumentSet): DocumentSet {
    switch (query.type) {
      case 'and': {
        // What the index tells leaves few papers for what it cannot tell.
        const members = query.members.toSorted((a, b) => Number(isIndexed(b)) - Number(isIndexed(a)))
        return members.reduce((left, member) => this.documents(member, left), within)
      }
      case 'or':
        return query.members.reduce(
          (found, member) => found.or(this.documents(member, within)),
          new DocumentSet(this.#papers.length),
        )
      case 'not':
        return within.without(this.documents(query.member, within))
      case 'all':
        return within
      default:
        return this.#leaf(query, within)
    }
  }

  #leaf(query: Leaf, within: DocumentSet): DocumentSet {
    const key = JSON.stringify(query)
    const known = this.#remembered.get(key)
    if (known) return known.and(within)
    if (within.size * FEW < this.#papers.length) return this.#among(this.#candidates(query, within), query)
    const found = this.#among(this.#candidates(query, DocumentSet.all(this.#papers.length)), query)
    if (this.#remembered.size >= MAX_REMEMBERED) this.#remembered.clear()
    this.#remembered.set(key, found)
    return found.and(within)
  }

  #among(candidates: DocumentSet, query: Leaf): DocumentSet {
    const found = new DocumentSet(this.#papers.length)
    const isMatch = this.#test(query)
    for (const document of candidates.members()) if (isMatch(document)) found.add(document)
    return found
  }

  /** What is sought is made ready once for all papers. Filters read no texts. */
  #test(query: Leaf): (document: number) => boolean {
    if (query.type === 'filter') {
      const { field, condition } = query
      return document => meets(this.#papers[document] as CorpusPaper, field, condition, this.#context)
    }
    const sought = phraseOf(query.text)
    return document => this.textsOf(document).has(sought, query.field)
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

  /** The papers that have all the stems of a text; the index leaves out common words. */
  #candidates(query: Leaf, within: DocumentSet): DocumentSet {
    if (query.type !== 'word' && query.type !== 'phrase') return within
    const terms = analyze(query.text).words.map(({ term }) => term)
    const telling = terms.filter(term => !isStopWord(term))
    if (telling.length === 0) return within
    const documentsOf = (term: string): DocumentSet => this.#index.documentsOf(stemOf(term))
    const together = (words: readonly string[]): DocumentSet =>
      words.map(documentsOf).reduce((left, documents) => left.and(documents))
    const one = terms.join('')
    const partings = terms.length === 1 ? splitCompound(one, this.#index) : []
    return [together(telling), documentsOf(one), ...partings.map(together)]
      .reduce((found, documents) => found.or(documents))
      .and(within)
  }
}

/** Whether the index names the papers that a condition is about: it has all words but the common ones. */
const isIndexed = (query: Query): boolean =>
  query.type === 'not'
    ? isIndexed(query.member)
    : (query.type === 'word' || query.type === 'phrase') &&
      analyze(query.text).words.some(({ term }) => !isStopWord(term))
