import type { CorpusPaper } from '../manifest.ts'
import type { Query } from '../query/ast.ts'
import { MatchablePaper, type MatchContext, matches, soughtText } from '../query/match.ts'
import { analyze } from './analyze.ts'
import type { CorpusIndex } from './corpusIndex.ts'
import { DocumentSet } from './documentSet.ts'
import { partingsOf } from './partings.ts'
import { stemOf } from './stem.ts'
import { isStopWord } from './stopwords.ts'

/** Answers of single clauses kept: a clause stays the same while the words beside it are typed. */
const MAX_REMEMBERED = 100

/** Papers whose texts stay folded for strict matching, about 2 kB each. */
const MAX_PREPARED = 8_000

/** Where fewer than one paper in so many is left, these are looked at, and nothing is remembered. */
const FEW = 8

type Leaf = Exclude<Query, { type: 'and' | 'or' | 'not' }>

/** Finds the papers of a corpus that match strictly. Forgets all it knows when papers are added: make another. */
export class StrictMatcher {
  readonly #papers: readonly CorpusPaper[]
  readonly #index: CorpusIndex
  readonly #context: MatchContext
  readonly #remembered = new Map<string, DocumentSet>()
  readonly #prepared = new Map<number, MatchablePaper>()

  constructor(papers: readonly CorpusPaper[], index: CorpusIndex, context: MatchContext) {
    this.#papers = papers
    this.#index = index
    this.#context = context
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
      default:
        return this.#leaf(query, within)
    }
  }

  #leaf(query: Leaf, within: DocumentSet): DocumentSet {
    if (query.type === 'all') return within
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
    for (const document of candidates.members()) {
      if (isMatch(this.#matchable(query, document))) found.add(document)
    }
    return found
  }

  /** What is sought is prepared once for all papers. */
  #test(query: Leaf): (paper: MatchablePaper) => boolean {
    if (query.type !== 'word' && query.type !== 'phrase') return paper => matches(query, paper, this.#context)
    const sought = soughtText(query.text)
    return paper => paper.has(sought, query.field)
  }

  #matchable({ type }: Leaf, document: number): MatchablePaper {
    // Filters read no texts.
    if (type === 'filter') return new MatchablePaper(this.#papers[document] as CorpusPaper)
    let paper = this.#prepared.get(document)
    if (!paper) {
      paper = new MatchablePaper(this.#papers[document] as CorpusPaper)
      if (this.#prepared.size < MAX_PREPARED) this.#prepared.set(document, paper)
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
    const partings = terms.length === 1 ? partingsOf(one, this.#index) : []
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
