import { countDigests, type Digests } from '../../papers/digests.ts'
import type { LoadedCorpus } from '../loadedCorpus.ts'

/** The days on which papers were listed. */
export const listDigests = ({ papers, coverage }: LoadedCorpus): Digests => ({
  days: countDigests(papers),
  partial: coverage,
})
