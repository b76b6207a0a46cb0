import type { CorpusPaper } from './manifest.ts'
import type { Clause, Query } from './query/ast.ts'
import { stateOf, type ValueState } from './query/edit.ts'
import type { FieldName } from './query/fields.ts'

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
  theme: { label: 'Themes', values: (paper: CorpusPaper): readonly string[] => paper.themes },
} as const satisfies Partial<
  Record<FieldName, { label: string; values: (paper: CorpusPaper) => readonly string[] }>
>
export type FacetName = keyof typeof FACETS
export const FACET_NAMES = Object.keys(FACETS) as FacetName[]

/** A query without the topmost clauses that include values of a field: what the counts of that facet are taken over. */
export function withoutIncluded(clauses: readonly Clause[], field: FieldName): Query {
  const rest = clauses
    .map(({ query }) => query)
    .filter(query => !(query.type === 'filter' && query.field === field && query.condition.kind === 'set'))
  return rest.length === 0
    ? { type: 'all' }
    : rest.length === 1
      ? (rest[0] as Query)
      : { type: 'and', members: rest }
}

/** How many of these papers have each value of a facet, the most frequent first. */
export function countValues(name: FacetName, papers: Iterable<CorpusPaper>): FacetCount[] {
  const counts = new Map<string, number>()
  for (const paper of papers) {
    for (const value of FACETS[name].values(paper)) counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
}

/** The values of a facet to show: the counted ones, and those the query names even where nothing has them. */
export function facetValues(
  counts: readonly FacetCount[],
  clauses: readonly Clause[],
  named: readonly string[],
): FacetValue[] {
  const missing = named.filter(value => !counts.some(count => count.value === value))
  return [...counts, ...missing.map(value => ({ value, count: 0 }))].map(({ value, count }) => ({
    value,
    count,
    state: stateOf(clauses, 'theme', value),
  }))
}
