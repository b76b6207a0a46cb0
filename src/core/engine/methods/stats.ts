import type { Coverage } from '../../papers/coverage.ts'
import { countDigests } from '../../papers/digests.ts'
import type { LoadedCorpus } from '../loadedCorpus.ts'

export interface CorpusStats {
  papers: number
  /** Number of themes that any paper has. */
  themes: number
  /** Number of days on which papers were listed. */
  days: number
  partial: Coverage | null
}

/** How large the corpus is. */
export const corpusStats = ({ papers, coverage }: LoadedCorpus): CorpusStats => ({
  papers: papers.length,
  themes: new Set(papers.flatMap(({ themes }) => themes)).size,
  days: countDigests(papers).length,
  partial: coverage,
})
