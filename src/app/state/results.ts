import { useEffect, useState } from 'react'
import { create } from 'zustand'
import type { SearchRequest, SearchResponse } from '#core/engine/methods/search.ts'
import { argsKey } from '#core/engine/request.ts'
import { withHitsOf } from '../results/sameHits.ts'
import { rememberPapers, useEngine, useSettledSegments } from './corpus.ts'
import { unlessComing, useInitialData } from './initialData.ts'

/** The newest answer, and the request it answers. */
interface Store {
  key: string | undefined
  response: SearchResponse | undefined
  error: string | undefined
}

const NOTHING: Store = { key: undefined, response: undefined, error: undefined }

export const useResultsStore = create<Store>(() => NOTHING)

export interface Results {
  /** The newest answer there is; while a new request is under way, the one before. */
  response: SearchResponse | undefined
  /** Whether the answer is to another request than the one asked for. */
  pending: boolean
  error: string | undefined
}

/**
 * Asks the engine whenever the request changes or more of the corpus has come; only the newest answer is kept.
 *
 * @param scope names the list: the answer to another request of the same list is shown until the new one has come
 */
export function useResults(request: SearchRequest, scope: string): Results {
  const engine = useEngine()
  const settled = useSettledSegments()
  const key = argsKey(request)
  const first = useInitialData()?.list
  const store = useResultsStore()
  const pending = store.key !== key
  const [shown, setShown] = useState<string>()
  if (!pending && shown !== scope) setShown(scope)
  useEffect(() => {
    const controller = new AbortController()
    if (engine && settled !== undefined) {
      if (useResultsStore.getState().error !== undefined) useResultsStore.setState(NOTHING)
      engine.search(JSON.parse(key), controller.signal).then(
        response => {
          if (controller.signal.aborted) return
          rememberPapers(response.hits.map(({ paper }) => paper))
          const before = useResultsStore.getState().response ?? first?.response
          useResultsStore.setState({ key, response: withHitsOf(before, response), error: undefined })
        },
        (error: Error) => {
          if (!controller.signal.aborted)
            useResultsStore.setState({ key, response: undefined, error: error.message })
        },
      )
    }
    return () => controller.abort()
  }, [engine, key, settled, first])
  const usable = !pending || shown === scope
  const response = usable ? store.response : undefined
  const given = unlessComing(pending ? undefined : response, first?.key === key ? first.response : undefined)
  return {
    response: given ?? response,
    pending: pending && !given,
    error: usable ? store.error : undefined,
  }
}
