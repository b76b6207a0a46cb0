import type { CorpusPaper } from '../papers/manifest.ts'
import { FIELD_NAMES } from '../query/fields.ts'
import { corpusSpan } from './corpusSpan.ts'
import { type FrequentValues, operatorQueries, titleWords, wordQueries } from './exampleQueries.ts'
import type { LoadedCorpus } from './loadedCorpus.ts'
import { type Example, type SearchExamples, WORD_FORMS } from './searchExamples.ts'

const MAX_EXAMPLES = 3
/** Longer rules are hard to read, in characters. */
const MAX_RULE = 120

function newestFirst(corpus: LoadedCorpus): CorpusPaper[] {
  const papers = new Array<CorpusPaper>(corpus.papers.length)
  for (const [document, rank] of corpus.ranks('newest').entries()) papers[rank] = corpus.paper(document)
  return papers
}

/** Number of papers that have all that a query asks for; 0 where a part of it is not understood. */
function countOf(corpus: LoadedCorpus, q: string): number {
  const { query, problems } = corpus.parse(q)
  return problems.length > 0 ? 0 : corpus.retrieve(query).first.length
}

/** Of some queries, those that find papers. Those that leave papers out come before those that find all. */
function examplesOf(corpus: LoadedCorpus, queries: readonly string[]): Example[] {
  const examples = [...new Set(queries)]
    .map(q => ({ q, papers: countOf(corpus, q) }))
    .filter(({ papers }) => papers > 0)
  const selective = examples.filter(({ papers }) => papers < corpus.papers.length)
  return selective.length > 0 ? selective : examples.slice(0, 1)
}

/** Examples of every element of the query language, each of which finds papers in this corpus. */
export function findExamples(corpus: LoadedCorpus): Omit<SearchExamples, 'partial'> {
  const papers = newestFirst(corpus)
  const all = Int32Array.from(papers.keys())
  const frequent: FrequentValues = facet =>
    corpus.facets.count(facet, all, []).values.map(({ value }) => value)
  const span = corpusSpan(papers)
  const titles = titleWords(papers)
  const words = WORD_FORMS.flatMap(form => {
    const example = examplesOf(corpus, wordQueries(form, titles))[0]
    return example ? [[form, example] as const] : []
  })
  const operators = FIELD_NAMES.map(name => {
    const queries = operatorQueries(name, papers, frequent, titles, span)
    return [name, examplesOf(corpus, queries).slice(0, MAX_EXAMPLES)] as const
  })
  const ruleOf = new Map(corpus.outline.themes.map(({ id, query }) => [id, query]))
  const theme = frequent('theme').find(id => (ruleOf.get(id)?.length ?? Infinity) <= MAX_RULE)
  return {
    words: Object.fromEntries(words),
    operators: Object.fromEntries(operators) as unknown as SearchExamples['operators'],
    ...(theme !== undefined && { theme }),
    span,
  }
}
