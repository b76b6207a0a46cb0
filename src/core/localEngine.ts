import type {
  Hit,
  PaperAnswer,
  PaperRef,
  Partial,
  SearchEngine,
  SearchRequest,
  SearchResponse,
  Signal,
} from './engine.ts'
import { countValues, FACET_NAMES, type FacetCount, type FacetName, withoutIncluded } from './facets.ts'
import type { CorpusPaper, Manifest } from './manifest.ts'
import { type ParsedQuery, parse } from './query/parse.ts'
import { Evaluation } from './search/evaluate.ts'
import { marksOf } from './search/highlight.ts'
import { InvertedIndex } from './search/inverted.ts'
import { Lexicon } from './search/lexicon.ts'
import type { Sort } from './view.ts'

/** What the engine needs to know of the corpus before any of it has come. */
export type CorpusOutline = Pick<Manifest, 'newestDigest' | 'themes' | 'segments'>

const MAX_SIMILAR = 5

const compareDays = (a: string | undefined, b: string | undefined): number => {
  const [left, right] = [a ?? '', b ?? '']
  return left < right ? -1 : left > right ? 1 : 0
}

/** Newest listing first, then newest publication; unknown days last; ties by id. */
const byNewest = (a: CorpusPaper, b: CorpusPaper): number =>
  compareDays(b.listedOn.at(-1), a.listedOn.at(-1)) ||
  compareDays(b.publishedAt, a.publishedAt) ||
  (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

const byComments = (a: CorpusPaper, b: CorpusPaper): number =>
  (b.comments ?? -1) - (a.comments ?? -1) || byNewest(a, b)

const refOf = ({ id, title }: CorpusPaper): PaperRef => ({ id, title })

/** The engine over papers in memory. Papers are added segment by segment, and it answers from the first one on. */
export class LocalEngine implements SearchEngine {
  readonly #papers: CorpusPaper[] = []
  readonly #byId = new Map<string, CorpusPaper>()
  readonly #index = new InvertedIndex()
  readonly #outline: CorpusOutline
  readonly #now: () => number
  readonly #themes: readonly string[]
  #segments = 0
  #lexicon: Lexicon | undefined

  /** @param now milliseconds from any fixed point, to tell how long answers took */
  constructor(outline: CorpusOutline, now: () => number) {
    this.#outline = outline
    this.#now = now
    this.#themes = outline.themes.map(({ id }) => id)
  }

  /** Takes in the papers of one segment. */
  addSegment(papers: readonly CorpusPaper[]): void {
    for (const paper of papers) {
      this.#papers.push(paper)
      this.#index.add(paper)
      for (const alias of paper.aliases) if (!this.#byId.has(alias)) this.#byId.set(alias, paper)
      this.#byId.set(paper.id, paper)
    }
    this.#segments++
    this.#lexicon = undefined
  }

  /** Counts a segment that cannot be had as dealt with. */
  skipSegment(): void {
    this.#segments++
  }

  get #partial(): Partial | null {
    const ofSegments = this.#outline.segments.length
    return this.#segments < ofSegments ? { segments: this.#segments, ofSegments } : null
  }

  #words(): Lexicon {
    const frequency = (term: string): number => this.#index.postings(term)?.documents.length ?? 0
    this.#lexicon ??= new Lexicon([...this.#index.vocabulary()].sort((a, b) => frequency(b) - frequency(a)))
    return this.#lexicon
  }

  #evaluate(parsed: ParsedQuery): Evaluation {
    const { newestDigest } = this.#outline
    return new Evaluation(parsed.query, {
      papers: this.#papers,
      index: this.#index,
      lexicon: () => this.#words(),
      match: newestDigest === undefined ? {} : { newestDigest },
    })
  }

  /** All papers that match, in order. */
  #ordered(evaluation: Evaluation, asked: Sort | undefined): { sort: Sort; documents: number[] } {
    const { documents, ranked, scores } = evaluation
    const sort =
      asked === undefined || (asked === 'relevance' && !ranked) ? (ranked ? 'relevance' : 'newest') : asked
    const paper = (document: number): CorpusPaper => this.#papers[document] as CorpusPaper
    const compare = {
      relevance: (a: number, b: number) =>
        (scores[b] ?? 0) - (scores[a] ?? 0) || byNewest(paper(a), paper(b)),
      newest: (a: number, b: number) => byNewest(paper(a), paper(b)),
      discussed: (a: number, b: number) => byComments(paper(a), paper(b)),
    } satisfies Record<Sort, (a: number, b: number) => number>
    return { sort, documents: [...documents].sort(compare[sort]) }
  }

  #facets(parsed: ParsedQuery, evaluation: Evaluation): Record<FacetName, FacetCount[]> {
    const counts = FACET_NAMES.map(name => {
      const query = withoutIncluded(parsed.clauses, name)
      const narrowed = JSON.stringify(query) !== JSON.stringify(parsed.query)
      const { documents } = narrowed ? this.#evaluate({ ...parsed, query }) : evaluation
      return [
        name,
        countValues(
          name,
          documents.map(document => this.#papers[document] as CorpusPaper),
        ),
      ] as const
    })
    return Object.fromEntries(counts) as Record<FacetName, FacetCount[]>
  }

  async search(request: SearchRequest, signal?: Signal): Promise<SearchResponse> {
    signal?.throwIfAborted()
    const start = this.#now()
    const parsed = parse(request.q, { themes: this.#themes })
    const evaluation = this.#evaluate(parsed)
    const { sort, documents } = this.#ordered(evaluation, request.sort)
    const pages = Math.max(1, Math.ceil(documents.length / request.pageSize))
    const page = Math.min(request.page, pages)
    const hits = documents
      .slice((page - 1) * request.pageSize, page * request.pageSize)
      .map((document): Hit => {
        const paper = this.#papers[document] as CorpusPaper
        const { found } = evaluation
        return {
          paper,
          marks: { title: marksOf(paper.title, found), abstract: marksOf(paper.abstract ?? '', found) },
        }
      })
    return {
      hits,
      total: documents.length,
      page,
      pages,
      sort,
      ranked: evaluation.ranked,
      papers: this.#papers.length,
      facets: this.#facets(parsed, evaluation),
      problems: parsed.problems,
      corrections: evaluation.corrections,
      tookMs: this.#now() - start,
      partial: this.#partial,
    }
  }

  async paper(id: string, within: Pick<SearchRequest, 'q' | 'sort'>, signal?: Signal): Promise<PaperAnswer> {
    signal?.throwIfAborted()
    const paper = this.#byId.get(id)
    if (!paper) {
      const words = id.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
      const similar = this.#evaluate(parse(words.split(' ').join(' | ')))
      const { documents } = this.#ordered(similar, 'relevance')
      const refs = similar.ranked
        ? documents.slice(0, MAX_SIMILAR).map(at => refOf(this.#papers[at] as CorpusPaper))
        : []
      return { status: 'unknown', similar: refs, partial: this.#partial }
    }
    const { documents } = this.#ordered(this.#evaluate(parse(within.q)), within.sort)
    const index = documents.findIndex(document => this.#papers[document] === paper)
    if (index < 0) return { status: 'found', paper }
    const neighbour = (at: number): PaperRef | undefined => {
      const document = documents[at]
      return document === undefined ? undefined : refOf(this.#papers[document] as CorpusPaper)
    }
    const [previous, next] = [neighbour(index - 1), neighbour(index + 1)]
    return {
      status: 'found',
      paper,
      place: { index, total: documents.length, ...(previous && { previous }), ...(next && { next }) },
    }
  }
}
