import type { FacetCount, FacetName } from '../../search/facets.ts'
import { planFacet } from '../../search/plan.ts'
import { facetDocuments } from '../facetDocuments.ts'
import type { LoadedCorpus } from '../loadedCorpus.ts'

/** Asks for values of a facet by their beginnings as typed, counted for a query. */
export interface FacetValuesRequest {
  q: string
  name: FacetName
  typed: string
}

const MAX_VALUES = 20

/** The values of a facet of which a word begins as typed, at most 20, in the order of the facet. */
export function findFacetValues(corpus: LoadedCorpus, { q, name, typed }: FacetValuesRequest): FacetCount[] {
  const parsed = corpus.parse(q)
  const plan = planFacet(name, parsed, corpus.planContext)
  const documents = facetDocuments(corpus, plan, () => corpus.retrieve(parsed.query))
  return corpus.facets.find(name, documents, typed, MAX_VALUES)
}
