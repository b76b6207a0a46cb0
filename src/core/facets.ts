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

/**
 * A query without what its topmost clauses say about a field: what the counts of that facet are taken over. Nothing
 * where they say nothing about it.
 */
export function withoutField(clauses: readonly Clause[], field: FieldName): Query | undefined {
  const isOwn = (query: Query): boolean =>
    query.type === 'not'
      ? isOwn(query.member)
      : query.type === 'filter' && query.field === field && query.condition.kind === 'set'
  const rest = clauses.map(({ query }) => query).filter(query => !isOwn(query))
  if (rest.length === clauses.length) return undefined
  const [only] = rest
  return only === undefined ? { type: 'all' } : rest.length === 1 ? only : { type: 'and', members: rest }
}

/** The values that papers have in one facet, as numbers beside each other: counting them is adding up. */
class FacetColumn {
  readonly #valuesOf: (paper: CorpusPaper) => readonly string[]
  readonly #names: string[] = []
  readonly #numbers = new Map<string, number>()
  /** The numbers of the values of all papers, and where those of each paper begin. */
  readonly #values: number[] = []
  readonly #starts: number[] = [0]

  constructor(name: FacetName) {
    this.#valuesOf = FIELDS[name].values
  }

  add(paper: CorpusPaper): void {
    for (const value of this.#valuesOf(paper)) {
      let number = this.#numbers.get(value)
      if (number === undefined) {
        number = this.#names.push(value) - 1
        this.#numbers.set(value, number)
      }
      this.#values.push(number)
    }
    this.#starts.push(this.#values.length)
  }

  count(documents: Int32Array): FacetCount[] {
    const counts = new Int32Array(this.#names.length)
    for (const document of documents) {
      const end = this.#starts[document + 1] as number
      for (let at = this.#starts[document] as number; at < end; at++) {
        ;(counts[this.#values[at] as number] as number)++
      }
    }
    return this.#names
      .map((value, number) => ({ value, count: counts[number] as number }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
  }
}

/** The facets of a corpus. */
export class FacetTable {
  readonly #columns = new Map(FACET_NAMES.map(name => [name, new FacetColumn(name)]))

  /** Adds papers behind those there are. */
  add(papers: readonly CorpusPaper[]): void {
    for (const column of this.#columns.values()) for (const paper of papers) column.add(paper)
  }

  /** How many of these papers, named by their numbers, have each value of a facet; the most frequent first. */
  count(name: FacetName, documents: Int32Array): FacetCount[] {
    return this.#columns.get(name)?.count(documents) ?? []
  }
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
