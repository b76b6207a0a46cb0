import { useDeferredValue, useMemo, useState } from 'react'
import type { SearchResponse } from '#core/engine.ts'
import { keyOf, requestOf } from '#core/request.ts'
import type { Results } from '../state/results.ts'
import type { List } from './useList.ts'

/** An answer, with the view of the list that it answers. */
export interface Found {
  list: List
  /** The query that was asked, which is more than the address says where the page adds to it. */
  q: string
  response: SearchResponse
  /** Equal for answers to the same question. */
  key: string
}

/**
 * What is shown: while an answer is under way, that before it with its own view. What is made from it is therefore drawn
 * once a question, not when it is asked and again when it is answered.
 */
export function useFound(list: List, q: string, { response, pending }: Results): Found | undefined {
  const newest = useMemo(
    () =>
      response && {
        list,
        q,
        response,
        key: keyOf(requestOf({ ...list.view, q })),
      },
    [list, q, response],
  )
  const [shown, setShown] = useState(newest)
  if (!pending && shown !== newest) setShown(newest)
  return response && (pending ? shown : newest)
}

/**
 * The same for what is drawn in a second step: more than a window shows at first, and what stands beside it.
 *
 * @returns what to draw beside, and whether all of the list is to be drawn: a list that is answered anew, because more
 *   papers have come, never gets shorter meanwhile
 */
export function useSecondStep(found: Found | undefined): { beside: Found | undefined; isWhole: boolean } {
  const beside = useDeferredValue(found)
  return { beside, isWhole: found?.key === beside?.key }
}
