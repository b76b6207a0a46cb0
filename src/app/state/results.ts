import { useState } from 'react'
import type { SearchRequest, SearchResponse } from '#core/engine/methods/search.ts'
import { argsKey } from '#core/engine/request.ts'
import { forgetError, storeError, storeResponse, useAnswers } from './answers.ts'
import { unlessLoading, useInitialData } from './initialData.ts'
import { useEngineCall } from './useEngineCall.ts'

export interface Results {
  /** The newest answer; while a new request is under way, the one before. */
  response: SearchResponse | undefined
  /** Whether the answer is to another request than the one asked for. */
  pending: boolean
  error: string | undefined
}

/**
 * The papers that a request finds. The store keeps the newest answer for all pages.
 *
 * @param scope names the list: the answer to another request of the same list is shown until the new one has come
 */
export function useResults(request: SearchRequest, scope: string): Results {
  const key = argsKey(request)
  const initial = useInitialData()?.list
  const latest = useAnswers(store => store.list)
  const pending = latest.key !== key
  const [shown, setShown] = useState<string>()
  if (!pending && shown !== scope) setShown(scope)
  useEngineCall('search', request, {
    onCall: forgetError,
    onOutcome: (key, { response, error }) =>
      response ? storeResponse(key, response, initial?.response) : storeError(key, error),
  })
  const usable = !pending || shown === scope ? latest : undefined
  const given = unlessLoading(
    pending ? undefined : latest.response,
    initial?.key === key ? initial.response : undefined,
  )
  return {
    response: given ?? usable?.response,
    pending: pending && !given,
    error: usable?.error,
  }
}
