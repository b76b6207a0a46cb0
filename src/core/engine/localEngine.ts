import type { CitationFormat } from '../cite/formats.ts'
import { AcronymTable, acronymsOf, countAcronyms } from '../index/acronyms.ts'
import { CompoundTable, compoundsOf, countCompounds } from '../index/compounds.ts'
import { CorpusIndex } from '../index/corpusIndex.ts'
import { DocumentSet } from '../index/documentSet.ts'
import { countWords, Lexicon, lexiconWords } from '../index/lexicon.ts'
import { buildSegment, Segment } from '../index/segment.ts'
import { unpackWords } from '../index/wordList.ts'
import { arxivIdOf } from '../papers/arxiv.ts'
import { countDigests, type Digests } from '../papers/digests.ts'
import { listingDays } from '../papers/listingDays.ts'
import type { CorpusPaper, LexiconFile, Manifest } from '../papers/manifest.ts'
import type { WordCounts } from '../publish/publish.ts'
import type { Clause, Query } from '../query/ast.ts'
import { valuesOf } from '../query/edit.ts'
import { type ParsedQuery, type ParseOptions, parse, RULE } from '../query/parse.ts'
import type { Hit, Sort, Tier } from '../search/answer.ts'
import {
  FACET_NAMES,
  FACETS,
  type FacetCount,
  type FacetCounts,
  type FacetName,
  FacetTable,
  facetOf,
  withoutField,
} from '../search/facets.ts'
import { FilterMatcher } from '../search/filterMatcher.ts'
import { Marker } from '../search/highlight.ts'
import { type Comparison, firstOf, placeIn, ranksOf } from '../search/order.ts'
import type { Reason } from '../search/reasons.ts'
import { RelatedPapers } from '../search/related.ts'
import { RERANKED, type Retrieved, retrieve } from '../search/retrieve.ts'
import { markerWith } from '../search/ruleWords.ts'
import { Titles } from '../search/titles.ts'
import { Suggester } from '../suggest/suggester.ts'
import type { Suggestion, SuggestRequest } from '../suggest/suggestion.ts'
import { dateNumber } from '../text/partialDates.ts'
import type { NearMiss } from '../themes/nearMisses.ts'
import { type ThemeTrends, themeTrends } from '../themes/themeTrends.ts'
import type {
  FacetRequest,
  FilePart,
  PaperAnswer,
  PaperRef,
  Partial,
  Place,
  RelatedPaper,
  SearchEngine,
  SearchRequest,
  SearchResponse,
  Signal,
} from './engine.ts'
import type { Guide } from './examples.ts'

/** What the engine needs to know of the corpus before any of it has come. */
export interface CorpusOutline extends Pick<Manifest, 'newestDigest' | 'themes'> {
  /** Only their number counts. */
  segments: readonly unknown[]
}

const MAX_SIMILAR = 5

/** Papers named below one that is read. */
const MAX_RELATED = 6

/** Themes that are named beside the papers found. */
const MAX_TELLING = 6

/** Values of a facet that are found by what is typed. */
const MAX_FOUND = 20

/**
 * Newest digest first, then newest publication; unknown days last. Papers of which only the year is known follow the
 * dated ones of that year.
 */
export const newestKey = (paper: CorpusPaper): number =>
  dateNumber(listingDays(paper).at(-1)) * 1e8 + dateNumber(paper.publishedAt)

const refOf = ({ id, title }: CorpusPaper): PaperRef => ({ id, title })

type WordsOfCorpus = Omit<LexiconFile, 'version'>

export interface EngineOptions {
  /** Of queries, where they do not come from a person or a link. */
  limits?: ParseOptions
  /**
   * Of the whole corpus; null where `takeLexicon` will bring it, so that nothing is guessed until then. Where it is left
   * out, it is made of the papers added.
   */
  lexicon?: WordsOfCorpus | null
}

/** The engine over papers in memory. Papers are added segment by segment, and it answers from the first one on. */
export class LocalEngine implements SearchEngine {
  readonly #papers: CorpusPaper[] = []
  readonly #byId = new Map<string, CorpusPaper>()
  readonly #index = new CorpusIndex()
  readonly #facets = new FacetTable()
  readonly #titles = new Titles()
  readonly #related = new RelatedPapers(this.#papers, this.#index)
  #strict: FilterMatcher
  /** Of the papers that have come; absent where the lexicon was given. */
  readonly #counts: Omit<WordCounts, 'papers'> | undefined
  readonly #outline: CorpusOutline
  readonly #now: () => number
  readonly #themes: readonly string[]
  readonly #limits: ParseOptions
  readonly #places = new Map<'newest' | 'discussed', Int32Array>()
  readonly #suggester: Suggester
  #segments = 0
  readonly #missing: string[] = []
  #lexicon: Lexicon | undefined
  #acronyms: AcronymTable | undefined
  #joins: CompoundTable | undefined

  /** @param now milliseconds from any fixed point, to tell how long answers took */
  constructor(outline: CorpusOutline, now: () => number, options: EngineOptions = {}) {
    this.#outline = outline
    this.#now = now
    this.#limits = options.limits ?? {}
    if (options.lexicon === undefined)
      this.#counts = { words: new Map(), acronyms: new Map(), joins: new Map() }
    else this.takeLexicon(options.lexicon ?? { words: '', frequencies: '', acronyms: [], joins: '' })
    this.#themes = outline.themes.map(({ id }) => id)
    this.#strict = this.#strictMatcher()
    this.#suggester = new Suggester({
      papers: this.#papers,
      themes: outline.themes,
      newestDigest: outline.newestDigest,
      documents: query => counted(this.#retrieve(query)),
      places: () => this.#placesBy('newest'),
    })
  }

  #strictMatcher(): FilterMatcher {
    const { newestDigest } = this.#outline
    return new FilterMatcher(this.#papers, this.#index, newestDigest === undefined ? {} : { newestDigest })
  }

  /** Takes the words of the whole corpus in place of those known so far. */
  takeLexicon({ acronyms, joins, ...words }: WordsOfCorpus): void {
    this.#lexicon = new Lexicon(unpackWords(words))
    this.#acronyms = new AcronymTable(acronyms)
    this.#joins = new CompoundTable(joins === '' ? [] : joins.split(' '))
  }

  /**
   * Takes in the papers of one segment. Throws a RangeError, and takes in nothing, where the index is damaged, of
   * another version or of other papers.
   *
   * @param index as `buildSegment` made it of these papers; it is made here where there is none
   */
  addSegment(papers: readonly CorpusPaper[], index = buildSegment(papers)): void {
    const segment = new Segment(index)
    if (segment.documentCount !== papers.length) {
      throw new RangeError(`the index is of ${segment.documentCount} papers, not of these ${papers.length}`)
    }
    this.#index.add(segment)
    for (const paper of papers) {
      this.#papers.push(paper)
      this.#titles.add(paper.title)
      for (const alias of paper.aliases) if (!this.#byId.has(alias)) this.#byId.set(alias, paper)
      this.#byId.set(paper.id, paper)
    }
    this.#facets.add(papers)
    this.#related.add(papers)
    this.#strict = this.#strictMatcher()
    this.#places.clear()
    this.#segments++
    if (this.#counts) {
      countWords(papers, this.#counts.words)
      countAcronyms(papers, this.#counts.acronyms)
      countCompounds(papers, this.#counts.joins)
      this.#lexicon = undefined
      this.#acronyms = undefined
      this.#joins = undefined
    }
  }

  /** Makes ahead what the first answer would have to wait for. To be called when all segments have come. */
  prepare(): void {
    this.#placesBy('newest')
    this.#words()
    this.#acronymTable()
    this.#joinTable()
  }

  /**
   * Folds the texts of so many papers more, which queries for common words would wait for.
   *
   * @returns whether there are others left
   */
  prepareTexts(count: number): boolean {
    return this.#strict.prepare(count)
  }

  /** Takes note that the segment of a period cannot be had. */
  skipSegment(period: string): void {
    this.#missing.push(period)
  }

  /** Takes note that segments that could not be had may come after all. */
  expectMissing(): void {
    this.#missing.length = 0
  }

  get #partial(): Partial | null {
    const ofSegments = this.#outline.segments.length
    const missing = [...this.#missing]
    return this.#segments < ofSegments ? { segments: this.#segments, ofSegments, missing } : null
  }

  #words(): Lexicon {
    this.#lexicon ??= new Lexicon(lexiconWords(this.#counts?.words ?? new Map()).map(({ word }) => word))
    return this.#lexicon
  }

  #acronymTable(): AcronymTable {
    this.#acronyms ??= new AcronymTable(acronymsOf(this.#counts?.acronyms ?? new Map(), this.#papers.length))
    return this.#acronyms
  }

  #joinTable(): CompoundTable {
    const none = new Map<string, number>()
    this.#joins ??= new CompoundTable(compoundsOf(this.#counts?.joins ?? none, this.#counts?.words ?? none))
    return this.#joins
  }

  #retrieve(query: Query): Retrieved {
    return retrieve(query, {
      papers: this.#papers,
      index: this.#index,
      strict: this.#strict,
      titles: this.#titles,
      places: this.#placesBy('newest'),
      lexicon: () => this.#words(),
      acronyms: () => this.#acronymTable(),
      joins: () => this.#joinTable(),
    })
  }

  /** The places of all papers in the orders that do not depend on a query. Ties are broken by id. */
  #placesBy(order: 'newest' | 'discussed'): Int32Array {
    const known = this.#places.get(order)
    if (known) return known
    const papers = this.#papers
    const id = (document: number): string => (papers[document] as CorpusPaper).id
    const places =
      order === 'newest'
        ? ranksOf(Float64Array.from(papers, newestKey), (a, b) => (id(a) < id(b) ? -1 : 1))
        : ranksOf(
            Float64Array.from(papers, ({ comments }) => comments ?? -1),
            (a, b) => (this.#placesBy('newest')[a] as number) - (this.#placesBy('newest')[b] as number),
          )
    this.#places.set(order, places)
    return places
  }

  #comparison({ byRelevance }: Retrieved, sort: Sort): Comparison {
    if (sort === 'relevance') return byRelevance
    const places = this.#placesBy(sort)
    return (a, b) => (places[a] as number) - (places[b] as number)
  }

  /** What the counts of a facet are taken over: all papers found, but for what the query asks of the facet itself. */
  #countedFor(name: FacetName, { clauses }: ParsedQuery, retrieved: () => Retrieved): Int32Array {
    const { field, together } = facetOf(name)
    const others = together === 'any' ? withoutField(clauses, field) : undefined
    return counted(others === undefined ? retrieved() : this.#retrieve(others))
  }

  #countFacets(parsed: ParsedQuery, retrieved: Retrieved): Record<FacetName, FacetCounts> {
    const counts = FACET_NAMES.map(name => {
      const documents = this.#countedFor(name, parsed, () => retrieved)
      return [name, this.#facets.count(name, documents, parsed.clauses)] as const
    })
    return Object.fromEntries(counts) as Record<FacetName, FacetCounts>
  }

  /** The themes that go with those of the query, or with its words. */
  #tellingThemes({ clauses }: ParsedQuery, retrieved: Retrieved): FacetCount[] {
    const { included } = valuesOf(clauses, FACETS.theme.field)
    const telling = this.#facets.telling('theme', counted(retrieved), MAX_TELLING + included.length)
    return telling.filter(({ value }) => !included.includes(value)).slice(0, MAX_TELLING)
  }

  async findFacet({ q, name, typed }: FacetRequest, signal?: Signal): Promise<FacetCount[]> {
    signal?.throwIfAborted()
    const parsed = parse(q, { ...this.#limits, themes: this.#themes })
    const documents = this.#countedFor(name, parsed, () => this.#retrieve(parsed.query))
    return this.#facets.find(name, documents, typed, MAX_FOUND)
  }

  async search(request: SearchRequest, signal?: Signal): Promise<SearchResponse> {
    signal?.throwIfAborted()
    const start = this.#now()
    const parsed = parse(request.q, { ...this.#limits, themes: this.#themes })
    const retrieved = this.#retrieve(parsed.query)
    const { first, second } = retrieved
    const sort = sortFor(request.sort, retrieved.ranked)
    const total = first.length + second.length
    const pages = Math.max(1, Math.ceil(total / request.pageSize))
    const page = Math.min(request.page, pages)
    const documents = this.#page(retrieved, sort, page, request.pageSize)
    const marksIn = markerWith(new Marker(retrieved.found), this.#rulesAsked(parsed.clauses))
    const hits = documents.map(({ document, tier }): Hit => {
      const texts = this.#strict.textsOf(document)
      return {
        paper: texts.paper,
        tier,
        score: retrieved.ranked ? retrieved.scoreOf(document) : null,
        marks: marksIn(texts),
      }
    })
    return {
      hits,
      total,
      inFirstTier: first.length,
      page,
      pages,
      sort,
      ranked: retrieved.ranked,
      papers: this.#papers.length,
      facets: this.#countFacets(parsed, retrieved),
      telling: this.#tellingThemes(parsed, retrieved),
      problems: parsed.problems,
      corrections: retrieved.corrections,
      // Firefox and WebKit round their clocks to 1 ms; 0 would mean an answer that was drawn at build time.
      tookMs: this.#now() - start || 1,
      partial: this.#partial,
    }
  }

  async explain(ids: readonly string[], q: string, signal?: Signal): Promise<Reason[][]> {
    // Few visits ask for this, or for near misses or citations.
    const { explain } = await import('../search/explain.ts')
    signal?.throwIfAborted()
    const { reading } = this.#retrieve(parse(q, { ...this.#limits, themes: this.#themes }).query)
    const { newestDigest } = this.#outline
    const context = {
      ruleOf: (id: string) => this.#ruleOf(id),
      ...(newestDigest === undefined ? {} : { newestDigest }),
    }
    return ids.map(id => {
      const paper = this.#byId.get(id)
      return paper ? explain(paper, reading, context) : []
    })
  }

  async themes(signal?: Signal): Promise<ThemeTrends> {
    signal?.throwIfAborted()
    return { ...themeTrends(this.#papers, this.#outline.themes), partial: this.#partial }
  }

  async digests(signal?: Signal): Promise<Digests> {
    signal?.throwIfAborted()
    return { days: countDigests(this.#papers), partial: this.#partial }
  }

  async guide(signal?: Signal): Promise<Guide> {
    signal?.throwIfAborted()
    const { guideTo } = await import('./examples.ts')
    const guide = guideTo({
      papers: this.#papers,
      places: this.#placesBy('newest'),
      themes: this.#outline.themes,
      facets: this.#facets,
      count: q => {
        const { query, problems } = parse(q, { ...this.#limits, themes: this.#themes })
        return problems.length > 0 ? 0 : this.#retrieve(query).first.length
      },
    })
    return { ...guide, partial: this.#partial }
  }

  async nearMisses(theme: string, signal?: Signal): Promise<NearMiss[]> {
    signal?.throwIfAborted()
    const { nearMisses } = await import('../themes/nearMisses.ts')
    const rule = this.#ruleOf(theme)
    if (!rule) return []
    const outside = new DocumentSet(this.#papers.length)
    for (const [document, paper] of this.#papers.entries())
      if (!paper.themes.includes(theme)) outside.add(document)
    const members = this.#papers.length - outside.size
    return nearMisses(rule, theme, members, query => this.#strict.documents(query, outside).size)
  }

  /** The rules of the themes that a query asks for. */
  #rulesAsked(clauses: readonly Clause[]): Query[] {
    const { included } = valuesOf(clauses, FACETS.theme.field)
    return included.flatMap(id => this.#ruleOf(id) ?? [])
  }

  #ruleOf(id: string): Query | undefined {
    const theme = this.#outline.themes.find(theme => theme.id === id)
    return theme && parse(theme.query, RULE).query
  }

  /** The paper of an id or former id, however it is written in an address. */
  #paperOf(id: string): CorpusPaper | undefined {
    return this.#byId.get(id) ?? this.#byId.get(arxivIdOf(id.replace(/\/+$/, '')) ?? '')
  }

  async related(id: string, signal?: Signal): Promise<RelatedPaper[]> {
    signal?.throwIfAborted()
    const paper = this.#paperOf(id)
    if (!paper) return []
    const related = this.#related.to(this.#papers.indexOf(paper), this.#placesBy('newest'), MAX_RELATED)
    return related.map(({ document, ...common }) => {
      const { id, title, publishedAt, publishedYearInferred } = this.#papers[document] as CorpusPaper
      return {
        ...{ id, title, ...common },
        ...(publishedAt !== undefined && { publishedAt }),
        ...(publishedYearInferred && { publishedYearInferred }),
      }
    })
  }

  async paper(id: string, within: Pick<SearchRequest, 'q' | 'sort'>, signal?: Signal): Promise<PaperAnswer> {
    signal?.throwIfAborted()
    const paper = this.#paperOf(id)
    if (!paper) {
      const words = id.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
      const similar = this.#retrieve(parse(words.split(' ').join(' | ')).query)
      const best = similar.ranked ? this.#page(similar, 'relevance', 1, MAX_SIMILAR) : []
      const refs = best.map(({ document }) => refOf(this.#papers[document] as CorpusPaper))
      return { status: 'unknown', similar: refs, partial: this.#partial }
    }
    const place = this.#place(paper, within)
    return place ? { status: 'found', paper, place } : { status: 'found', paper }
  }

  /** One page of what was found: the first tier before the second, each in order. */
  #page(retrieved: Retrieved, sort: Sort, page: number, size: number): { document: number; tier: Tier }[] {
    const { first, second } = retrieved
    const compare = this.#comparison(retrieved, sort)
    const [start, end] = [(page - 1) * size, page * size]
    const placesOf = (tier: Int32Array, from: number, to: number): number[] => {
      const candidates = sort === 'relevance' && to <= RERANKED ? tier.subarray(0, RERANKED) : tier
      return [...firstOf(candidates, to, compare).subarray(from)]
    }
    const behindFirst = (place: number): number => Math.max(0, place - first.length)
    return [
      ...placesOf(first, start, end).map(document => ({ document, tier: 1 as const })),
      ...placesOf(second, behindFirst(start), behindFirst(end)).map(document => ({
        document,
        tier: 2 as const,
      })),
    ]
  }

  async found({ q, sort }: Pick<SearchRequest, 'q' | 'sort'>, signal?: Signal): Promise<string[]> {
    signal?.throwIfAborted()
    const retrieved = this.#retrieve(parse(q, { ...this.#limits, themes: this.#themes }).query)
    const total = retrieved.first.length + retrieved.second.length
    const documents = this.#page(retrieved, sortFor(sort, retrieved.ranked), 1, total)
    return documents.map(({ document }) => (this.#papers[document] as CorpusPaper).id)
  }

  async cite(
    ids: readonly string[],
    format: CitationFormat,
    part: FilePart,
    signal?: Signal,
  ): Promise<string> {
    signal?.throwIfAborted()
    const { citationsPart } = await import('../cite/citation.ts')
    const papers = ids.flatMap(id => this.#byId.get(id) ?? [])
    return citationsPart(papers, format, part)
  }

  async suggest(request: SuggestRequest, signal?: Signal): Promise<Suggestion[]> {
    signal?.throwIfAborted()
    return this.#suggester.suggest(request)
  }

  #place(paper: CorpusPaper, { q, sort }: Pick<SearchRequest, 'q' | 'sort'>): Place | undefined {
    const retrieved = this.#retrieve(parse(q).query)
    const compare = this.#comparison(retrieved, sortFor(sort, retrieved.ranked))
    const document = this.#papers.indexOf(paper)
    const { first, second } = retrieved
    const inFirst = first.includes(document)
    if (!inFirst && !second.includes(document)) return undefined
    const { index, previous, next } = placeIn(inFirst ? first : second, document, compare)
    const ref = (at: number): PaperRef | undefined =>
      at < 0 ? undefined : refOf(this.#papers[at] as CorpusPaper)
    // Where the tiers meet, the last of the first is next to the first of the second.
    const before =
      ref(previous) ?? (inFirst ? undefined : ref(firstOf(first, first.length, compare).at(-1) ?? -1))
    const after = ref(next) ?? (inFirst ? ref(firstOf(second, 1, compare)[0] ?? -1) : undefined)
    return {
      index: inFirst ? index : first.length + index,
      total: first.length + second.length,
      ...(before && { previous: before }),
      ...(after && { next: after }),
    }
  }
}

/** The papers that counts are taken over: those with all words, or where there is none, those with some. */
const counted = ({ first, second }: Retrieved): Int32Array => (first.length > 0 ? first : second)

/** The order to use: relevance where there is anything to rank by and nothing else is asked for. */
const sortFor = (asked: Sort | undefined, ranked: boolean): Sort =>
  asked === undefined || asked === 'relevance' ? (ranked ? 'relevance' : 'newest') : asked
