import type { ParsedQuery } from '../query/parse.ts'
import { type FacetName, facetOf, withoutField } from '../search/facets.ts'
import type { Retrieved } from '../search/retrieve.ts'
import { countedDocuments, type LoadedCorpus } from './loadedCorpus.ts'

/**
 * Numbers of the papers over which the values of a facet are counted: all that a query finds, but for what it asks of the
 * facet itself.
 */
export function facetDocuments(
  corpus: LoadedCorpus,
  name: FacetName,
  { clauses }: ParsedQuery,
  retrieved: () => Retrieved,
): Int32Array {
  const { field, together } = facetOf(name)
  const others = together === 'any' ? withoutField(clauses, field) : undefined
  return countedDocuments(others === undefined ? retrieved() : corpus.retrieve(others))
}
