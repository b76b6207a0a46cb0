import type { Retrieved } from '../search/execute.ts'
import type { FacetPlan } from '../search/queryPlan.ts'
import { countedDocuments, type LoadedCorpus } from './loadedCorpus.ts'

/**
 * Numbers of the papers over which the values of a facet are counted: all that a query finds, but for what it asks of the
 * facet itself.
 *
 * @param retrieved what the whole query finds
 */
export const facetDocuments = (
  corpus: LoadedCorpus,
  { others }: FacetPlan,
  retrieved: () => Retrieved,
): Int32Array => countedDocuments(others ? corpus.execute(others) : retrieved())
