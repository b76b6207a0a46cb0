import type { CorpusPaper } from './manifest.ts'
import type { Clause, Query } from './query/ast.ts'
import { stateOf, type ValueState, valuesOf } from './query/edit.ts'
import { FIELDS, type FieldName } from './query/fields.ts'

/** A value of a facet and how many papers have it, everything but the facet's own filter considered. */
export interface FacetCount {
  value: string
  count: number
}

export interface FacetValue extends FacetCount {
  state: ValueState
}

/** The ways to narrow: each is a set field of the query language. */
export const FACETS = {
  theme: { label: 'Themes' },
} as const satisfies Partial<Record<FieldName, { label: string }>>
export type FacetName = keyof typeof FACETS
export const FACET_NAMES = Object.keys(FACETS) as FacetName[]

/** A query without what its topmost clauses say about a field: what the counts of that facet are taken over. */
export function withoutField(clauses: readonly Clause[], field: FieldName): Query {
  const isOwn = (query: Query): boolean =>
    query.type === 'not'
      ? isOwn(query.member)
      : query.type === 'filter' && query.field === field && query.condition.kind === 'set'
  const rest = clauses.map(({ query }) => query).filter(query => !isOwn(query))
  const [only] = rest
  return only === undefined ? { type: 'all' } : rest.length === 1 ? only : { type: 'and', members: rest }
}

/** How many of these papers, named by their numbers, have each value of a facet; the most frequent first. */
export function countValues(
  name: FacetName,
  papers: readonly CorpusPaper[],
  documents: Int32Array,
): FacetCount[] {
  const { values } = FIELDS[name]
  const counts = new Map<string, number>()
  for (const document of documents) {
    for (const value of values(papers[document] as CorpusPaper))
      counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
}

/** The values of a facet to show: the counted ones, and those the query names even where nothing has them. */
export function facetValues(
  name: FacetName,
  counts: readonly FacetCount[],
  clauses: readonly Clause[],
): FacetValue[] {
  const { included, excluded } = valuesOf(clauses, name)
  const missing = [...included, ...excluded].filter(value => !counts.some(count => count.value === value))
  return [...counts, ...missing.map(value => ({ value, count: 0 }))].map(({ value, count }) => ({
    value,
    count,
    state: stateOf(clauses, name, value),
  }))
}
