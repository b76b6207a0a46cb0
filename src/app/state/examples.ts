import type { SearchExamples } from '#core/engine/searchExamples.ts'
import { useInitialData } from './initialData.ts'
import { useEngine } from './useEngine.ts'

/** Examples of searches that find papers here, and what the papers span. Those that come with a page are of all papers. */
export function useExamples(): SearchExamples | undefined {
  const initial = useInitialData()?.guide
  const { response } = useEngine('examples', initial ? undefined : {})
  return response ?? initial
}
