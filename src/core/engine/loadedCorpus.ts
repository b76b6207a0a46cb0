import { CorpusIndex } from '../index/corpusIndex.ts'
import { buildSegment, Segment } from '../index/segment.ts'
import { arxivIdOf } from '../papers/arxiv.ts'
import type { Coverage } from '../papers/coverage.ts'
import type { CorpusPaper, Manifest } from '../papers/manifest.ts'
import { newestKey } from '../papers/newestKey.ts'
import type { Query } from '../query/ast.ts'
import { type ParsedQuery, type ParseOptions, parse, RULE, TYPED } from '../query/parse.ts'
import { executePlan, type Retrieved } from '../search/execute.ts'
import { FacetTable } from '../search/facetTable.ts'
import { FilterMatcher } from '../search/filterMatcher.ts'
import { ranksOf } from '../search/order.ts'
import { type PlanContext, planQuery } from '../search/plan.ts'
import type { QueryPlan } from '../search/queryPlan.ts'
import { RelatedPapers } from '../search/related.ts'
import { Titles } from '../search/titles.ts'
import { Suggester } from '../suggest/suggester.ts'
import { type GivenWords, type WordTables, wordTablesOf } from './wordTables.ts'

/** Facts about a corpus that are known before its papers are loaded. */
export interface CorpusOutline extends Pick<Manifest, 'newestDigest' | 'themes'> {
  /** Only their number counts. */
  segments: readonly unknown[]
}

export interface CorpusOptions {
  /** Milliseconds from any fixed point, to tell how long answers take. By default time stands still. */
  now?: () => number
  /** Limits of queries, where these do not come from a person or a link. */
  limits?: { maxLength: number; maxTerms: number }
  /** Lexicon of the whole corpus. Without it, and until `takeLexicon` brings it, no typing error is corrected. */
  lexicon?: GivenWords
}

/** Numbers of the papers that counts are taken over: those with all words, or where there are none, those with some. */
export const countedDocuments = ({ first, second }: Retrieved): Int32Array =>
  first.length > 0 ? first : second

/** Papers in memory and all that methods need to answer from them. Grows segment by segment; papers keep their numbers. */
export class LoadedCorpus {
  readonly outline: CorpusOutline
  readonly now: () => number
  readonly papers: CorpusPaper[] = []
  readonly index = new CorpusIndex()
  readonly facets = new FacetTable()
  readonly titles = new Titles()
  readonly related = new RelatedPapers(this.papers, this.index)
  readonly suggester: Suggester
  filters: FilterMatcher
  readonly #documents = new Map<string, number>()
  readonly #limits: Required<ParseOptions>
  #words: WordTables
  readonly #ranks = new Map<'newest' | 'discussed', Int32Array>()
  readonly #missing: string[] = []
  #segments = 0

  constructor(outline: CorpusOutline, { now = () => 0, limits, lexicon }: CorpusOptions = {}) {
    this.outline = outline
    this.now = now
    this.#limits = { ...TYPED, ...limits, themes: outline.themes.map(({ id }) => id) }
    this.#words = wordTablesOf(lexicon)
    this.filters = new FilterMatcher(this.papers, this.index)
    this.suggester = new Suggester({
      papers: this.papers,
      themes: outline.themes,
      newestDigest: outline.newestDigest,
      maxLength: this.#limits.maxLength,
      parse: q => this.parse(q),
      documents: query => countedDocuments(this.retrieve(query)),
      ranks: () => this.ranks('newest'),
    })
  }

  /** Replaces the words known so far by those of the whole corpus. */
  takeLexicon(words: GivenWords): void {
    this.#words = wordTablesOf(words)
  }

  /**
   * Adds the papers of one segment. Throws a RangeError, and adds nothing, if the index is damaged, of another version
   * or of other papers.
   *
   * @param index as `buildSegment` makes it from these papers, which is the default
   */
  addSegment(papers: readonly CorpusPaper[], index = buildSegment(papers)): void {
    const segment = new Segment(index)
    if (segment.documentCount !== papers.length) {
      throw new RangeError(`the index is of ${segment.documentCount} papers, not of these ${papers.length}`)
    }
    this.index.add(segment)
    for (const paper of papers) {
      const document = this.papers.push(paper) - 1
      this.titles.add(paper.title)
      for (const alias of paper.aliases) if (!this.#documents.has(alias)) this.#documents.set(alias, document)
      this.#documents.set(paper.id, document)
    }
    this.facets.add(papers)
    this.related.add(papers)
    this.filters = new FilterMatcher(this.papers, this.index)
    this.#ranks.clear()
    this.#segments++
  }

  /** Notes that the segment of a period failed to load. */
  skipSegment(period: string): void {
    this.#missing.push(period)
  }

  /** Notes that segments that failed to load are being loaded again. */
  expectMissing(): void {
    this.#missing.length = 0
  }

  /** How much of the corpus is loaded; null where all of it is. */
  get coverage(): Coverage | null {
    const ofSegments = this.outline.segments.length
    const missing = [...this.#missing]
    return this.#segments < ofSegments ? { segments: this.#segments, ofSegments, missing } : null
  }

  /** Builds the tables that the first answer needs. To be called when all segments are loaded. */
  buildTables(): void {
    this.ranks('newest')
  }

  /**
   * Folds the texts of `count` more papers, which the first queries for common words would wait for.
   *
   * @returns whether there are others left
   */
  foldTexts(count: number): boolean {
    return this.filters.prepare(count)
  }

  /** Reads a query that a person typed or a link holds. All methods read queries by this. */
  parse(q: string): ParsedQuery {
    return parse(q, this.#limits)
  }

  /** Input of query planning: the words of the corpus, not its papers. */
  get planContext(): PlanContext {
    const { newestDigest } = this.outline
    return { ...this.#words, index: this.index, ...(newestDigest !== undefined && { newestDigest }) }
  }

  execute(plan: QueryPlan): Retrieved {
    const { papers, index, filters, titles } = this
    return executePlan(plan, { papers, index, filters, titles, ranks: this.ranks('newest') })
  }

  retrieve(query: Query): Retrieved {
    return this.execute(planQuery(query, this.planContext))
  }

  /** The rule of a theme. */
  ruleOf(id: string): Query | undefined {
    const theme = this.outline.themes.find(theme => theme.id === id)
    return theme && parse(theme.query, RULE).query
  }

  /** The number of the paper that has an id, or had it formerly. */
  documentOf(id: string): number | undefined {
    return this.#documents.get(id)
  }

  /** As `documentOf`, however the id is written in an address. */
  documentAt(address: string): number | undefined {
    return this.documentOf(address) ?? this.documentOf(arxivIdOf(address.replace(/\/+$/, '')) ?? '')
  }

  paper(document: number): CorpusPaper {
    return this.papers[document] as CorpusPaper
  }

  /** Ranks of all papers in an order that does not depend on a query, by document number. Ties are broken by id. */
  ranks(order: 'newest' | 'discussed'): Int32Array {
    const known = this.#ranks.get(order)
    if (known) return known
    const id = (document: number): string => this.paper(document).id
    const ranks =
      order === 'newest'
        ? ranksOf(Float64Array.from(this.papers, newestKey), (a, b) => (id(a) < id(b) ? -1 : 1))
        : ranksOf(
            Float64Array.from(this.papers, ({ comments }) => comments ?? -1),
            (a, b) => (this.ranks('newest')[a] as number) - (this.ranks('newest')[b] as number),
          )
    this.#ranks.set(order, ranks)
    return ranks
  }
}
