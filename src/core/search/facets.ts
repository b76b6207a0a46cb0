import type { CorpusPaper } from '../papers/manifest.ts'
import type { Clause, Query } from '../query/ast.ts'
import { conjunction } from '../query/combine.ts'
import { isAbout, isSameValue, type ValueState, valueStateOf, valuesOf } from '../query/edit.ts'
import { FIELDS, type FieldName } from '../query/fields.ts'
import { formatCondition } from '../query/values.ts'

/** A value of a facet, and the number of papers that have it and meet everything but the facet's own filter. */
export interface FacetCount {
  /** As written in a clause of the facet's field, without quotation marks. */
  value: string
  count: number
}

/** The values that papers found have in one facet. */
export interface FacetCounts {
  /** In the order of the facet; of long lists the first, and those the query names. */
  values: FacetCount[]
  /** Number of values with a paper. */
  distinct: number
}

export interface FacetValue extends FacetCount {
  state: ValueState
}

/** One way to narrow a list. */
export interface Facet {
  label: string
  /** The field of the query that a choice edits. */
  field: FieldName
  values: (paper: CorpusPaper) => readonly string[]
  /** The most frequent first; the newest first; or these values, in this order. */
  order: 'frequent' | 'newest' | readonly string[]
  /** Whether papers need any or all of the values chosen. */
  together: 'any' | 'all'
}

/** Ranges of whole numbers, each from a bound to the next, the last without an end. */
function ranges(bounds: readonly number[], numberOf: (paper: CorpusPaper) => number | undefined) {
  const order = bounds.map((min, at) => {
    const next = bounds[at + 1]
    return formatCondition({ kind: 'number', range: next === undefined ? { min } : { min, max: next - 1 } })
  })
  const values = (paper: CorpusPaper): string[] => {
    const number = numberOf(paper)
    const at = number === undefined ? -1 : bounds.findLastIndex(bound => number >= bound)
    return at < 0 ? [] : [order[at] as string]
  }
  return { order, values, together: 'any' as const }
}

/** The ways to narrow, in the order to show them. */
export const FACETS = {
  theme: {
    label: 'Themes',
    field: 'theme',
    values: FIELDS.theme.values,
    order: 'frequent',
    together: 'any',
  },
  published: {
    label: 'Published',
    field: 'date',
    // A year where only that is known.
    values: ({ publishedAt }) => (publishedAt === undefined ? [] : [publishedAt.slice(0, 7)]),
    order: 'newest',
    together: 'any',
  },
  listed: {
    label: 'Digest',
    field: 'listed',
    values: FIELDS.listed.days,
    order: 'newest',
    together: 'any',
  },
  org: {
    label: 'Organisation',
    field: 'org',
    // A name with a quotation mark cannot be written in a query.
    values: paper => FIELDS.org.names(paper).filter(name => !name.includes('"')),
    order: 'frequent',
    together: 'any',
  },
  has: {
    label: 'Has',
    field: 'has',
    values: FIELDS.has.values,
    order: FIELDS.has.known,
    together: 'all',
  },
  authors: { label: 'Authors', field: 'authors', ...ranges([1, 2, 5, 10, 25], FIELDS.authors.number) },
  comments: { label: 'Comments', field: 'comments', ...ranges([0, 1, 5, 20], FIELDS.comments.number) },
} as const satisfies Record<string, Facet>
export type FacetName = keyof typeof FACETS
export const FACET_NAMES = Object.keys(FACETS) as FacetName[]

export const facetOf = (name: FacetName): Facet => FACETS[name]

/**
 * A query without its topmost clauses about a field, over which the facet of the field is counted. Undefined where there
 * are none.
 */
export function withoutField(clauses: readonly Clause[], field: FieldName): Query | undefined {
  const rest = clauses.map(({ query }) => query).filter(query => !isAbout(query, field))
  return rest.length === clauses.length ? undefined : conjunction(rest)
}

/** The values of a facet to show: the counted ones, and those the query names even where nothing has them. */
export function facetValues(
  name: FacetName,
  counts: readonly FacetCount[],
  clauses: readonly Clause[],
): FacetValue[] {
  const { field } = facetOf(name)
  const { included, excluded } = valuesOf(clauses, field)
  const missing = [...included, ...excluded].filter(
    value => !counts.some(count => isSameValue(count.value, value)),
  )
  return [...counts, ...missing.map(value => ({ value, count: 0 }))].map(({ value, count }) => ({
    value,
    count,
    state: valueStateOf(clauses, field, value),
  }))
}
