import type { LoadedCorpus } from '../loadedCorpus.ts'
import type { SearchExamples } from '../searchExamples.ts'

/** Examples for the help page, and what the corpus spans. */
export async function searchExamples(corpus: LoadedCorpus): Promise<SearchExamples> {
  const { findExamples } = await import('../findExamples.ts')
  return { ...findExamples(corpus), partial: corpus.coverage }
}
