import type { Coverage } from '../../papers/coverage.ts'
import type { QueryProblem } from '../../query/ast.ts'
import type { Correction, Hit, Sort } from '../../search/answer.ts'
import type { Retrieved } from '../../search/execute.ts'
import { FACET_NAMES, type FacetCount, type FacetCounts, type FacetName } from '../../search/facets.ts'
import { Marker } from '../../search/highlight.ts'
import { planAnswer } from '../../search/plan.ts'
import type { AnswerPlan } from '../../search/queryPlan.ts'
import { markerWith } from '../../search/ruleWords.ts'

import { facetDocuments } from '../facetDocuments.ts'
import { countedDocuments, type LoadedCorpus } from '../loadedCorpus.ts'
import { type ListRequest, pageOf, rankPlan } from '../rankedList.ts'

export interface SearchRequest extends ListRequest {
  /** Counted from 1. A page behind the last one is answered with the last one. */
  page: number
  pageSize: number
}

export interface SearchResponse {
  /** The hits of one page, in order. */
  hits: Hit[]
  /** Number of papers found, of both tiers. The second tier is empty unless the first is small. */
  total: number
  inFirstTier: number
  page: number
  pages: number
  /** The order that was used. */
  sort: Sort
  /** Whether there is anything to rank by. */
  ranked: boolean
  /** Number of papers searched. */
  papers: number
  facets: Record<FacetName, FacetCounts>
  /** Themes that the papers found have more often than others, the most significant first, without those of the query. */
  relatedThemes: FacetCount[]
  problems: QueryProblem[]
  corrections: Correction[]
  /** Milliseconds; 0 where nobody waited for the answer. */
  tookMs: number
  partial: Coverage | null
}

const MAX_RELATED_THEMES = 6

function countFacets(
  corpus: LoadedCorpus,
  plans: AnswerPlan['facets'],
  retrieved: Retrieved,
): Record<FacetName, FacetCounts> {
  const counts = FACET_NAMES.map(name => {
    const plan = plans[name]
    const documents = facetDocuments(corpus, plan, () => retrieved)
    return [name, corpus.facets.count(name, documents, [...plan.included, ...plan.excluded])] as const
  })
  return Object.fromEntries(counts) as Record<FacetName, FacetCounts>
}

/** Themes that occur together with those of the query, or with its words. */
function relatedThemes(
  { facets }: LoadedCorpus,
  asked: readonly string[],
  retrieved: Retrieved,
): FacetCount[] {
  const significant = facets.significant(
    'theme',
    countedDocuments(retrieved),
    MAX_RELATED_THEMES + asked.length,
  )
  return significant.filter(({ value }) => !asked.includes(value)).slice(0, MAX_RELATED_THEMES)
}

/** One page of the papers that a query finds, with what matched in each, the counts of all facets and the query's problems. */
export function searchPapers(corpus: LoadedCorpus, request: SearchRequest): SearchResponse {
  const start = corpus.now()
  const parsed = corpus.parse(request.q)
  const plan = planAnswer(parsed, request.sort ?? 'relevance', corpus.planContext)
  const list = rankPlan(corpus, plan)
  const { retrieved, sort, total } = list
  const pages = Math.max(1, Math.ceil(total / request.pageSize))
  const page = Math.min(request.page, pages)
  const documents = pageOf(list, page, request.pageSize)
  // Words of the themes that the query asks for are marked, too.
  const themes = plan.facets.theme.included
  const rules = themes.flatMap(id => corpus.ruleOf(id) ?? [])
  const marksIn = markerWith(new Marker(retrieved.highlights), rules)
  const hits = documents.map(({ document, tier }): Hit => {
    const texts = corpus.filters.textsOf(document)
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
    inFirstTier: retrieved.first.length,
    page,
    pages,
    sort,
    ranked: retrieved.ranked,
    papers: corpus.papers.length,
    facets: countFacets(corpus, plan.facets, retrieved),
    relatedThemes: relatedThemes(corpus, themes, retrieved),
    problems: parsed.problems,
    corrections: retrieved.corrections,
    // Firefox and WebKit round their clocks to 1 ms; 0 would mean an answer made at build time.
    tookMs: corpus.now() - start || 1,
    partial: corpus.coverage,
  }
}
