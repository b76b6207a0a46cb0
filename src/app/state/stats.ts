import type { CorpusStats } from '#core/engine/methods/stats.ts'
import { unlessLoading, useInitialData } from './initialData.ts'
import { useEngine } from './useEngine.ts'

/** How large the corpus is: at first as the page came with it. */
export function useStats(): CorpusStats | undefined {
  const { response } = useEngine('stats', {})
  return unlessLoading(response, useInitialData()?.stats)
}
