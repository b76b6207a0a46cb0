import { citePapers } from './cite.ts'
import { listDigests } from './digests.ts'
import { searchExamples } from './examples.ts'
import { explainPapers } from './explain.ts'
import { findFacetValues } from './facetValues.ts'
import { listIds } from './list.ts'
import { findNearMisses } from './nearMisses.ts'
import { findPaper } from './paper.ts'
import { relatedPapers } from './related.ts'
import { searchPapers } from './search.ts'
import { corpusStats } from './stats.ts'
import { suggestCompletions } from './suggest.ts'
import { countThemes } from './themes.ts'

/**
 * The methods of an engine: functions of a corpus and arguments. Types, client and server are derived from this table.
 */
export const METHODS = {
  search: searchPapers,
  explain: explainPapers,
  paper: findPaper,
  list: listIds,
  cite: citePapers,
  related: relatedPapers,
  facetValues: findFacetValues,
  suggest: suggestCompletions,
  themes: countThemes,
  digests: listDigests,
  examples: searchExamples,
  nearMisses: findNearMisses,
  stats: corpusStats,
}
