import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import type { SearchResponse } from '#core/engine.ts'
import { keyOf, requestOf } from '#core/request.ts'
import { isInSearch } from '../landmarks.ts'
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
  /** Whether somebody was typing when it came. */
  isTyped: boolean
}

/**
 * What is shown: while an answer is under way, that before it with its own view. What is made from it is therefore drawn
 * once a question, not when it is asked and again when it is answered.
 */
function useFound(list: List, q: string, { response, pending }: Results): Found | undefined {
  const newest = useMemo(
    () =>
      response && {
        list,
        q,
        response,
        key: keyOf(requestOf({ ...list.view, q })),
        isTyped: isInSearch(),
      },
    [list, q, response],
  )
  const [shown, setShown] = useState(newest)
  if (!pending && shown !== newest) setShown(newest)
  return response && (pending ? shown : newest)
}

/** How long typing has to rest before more is drawn than a window shows of the papers. */
const REST_MS = 300

/** The newest answer, or while somebody types that before: what they are about to type changes all of it once more. */
function useRested(found: Found | undefined): Found | undefined {
  const [rested, setRested] = useState(found)
  const waits = found?.isTyped && found.key !== rested?.key
  useEffect(() => {
    if (!waits) return
    const timer = setTimeout(() => setRested(found), REST_MS)
    return () => clearTimeout(timer)
  }, [found, waits])
  if (!waits && rested !== found) setRested(found)
  return waits ? rested : found
}

interface Drawn {
  /** What the list shows at first. */
  found: Found | undefined
  /** What stands beside it, which is drawn with the rest of the list. */
  beside: Found | undefined
  /** Whether the newest answer is on the screen: as much of it as a window shows, and all of it. */
  isDrawn: boolean
  isWhole: boolean
}

/**
 * What to draw of the newest answer. While somebody types, papers are drawn beside that, not before it: letters come to the
 * search box however long a list takes. So is what nobody asked for, an answer to the same address from more papers. Whoever
 * clicks, for other papers or another layout, waits for it, and by the side it would take longer. As much as a window shows
 * comes in a first step, the rest in a second.
 */
export function useDrawn(list: List, q: string, results: Results): Drawn {
  const newest = useFound(list, q, results)
  const later = useDeferredValue(newest)
  const found = newest && newest.list !== later?.list && !newest.isTyped ? newest : later
  const beside = useDeferredValue(useRested(found))
  const isDrawn = results.response !== undefined && !results.pending && found?.list === newest?.list
  // A list that is answered anew, because more papers have come, never gets shorter meanwhile.
  return { found, beside, isDrawn, isWhole: found?.key === beside?.key }
}
