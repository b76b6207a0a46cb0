import { startTransition, useDeferredValue, useEffect, useMemo, useState } from 'react'
import type { SearchResponse } from '#core/engine/methods/search.ts'
import { keyOf, requestOf } from '#core/engine/request.ts'
import type { Layout } from '#core/site/view.ts'
import { isInSearch } from '../navigation/focusTargets.ts'
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

/** So many papers fill a window, or nearly. They are drawn first. */
const AT_ONCE: Record<Layout, number> = { compact: 16, cards: 6, full: 4 }
/** So many more are drawn with each frame after that: none of them keeps a key or a finger waiting. */
const A_FRAME = 8

/**
 * How many papers of an answer are drawn: as many as a window shows, and frame by frame the rest once it `goesOn`. A list
 * that is answered anew, because more papers have come, never gets shorter. One that came drawn is whole at once, and so is one
 * that somebody returns to, whose place in it stands still only then.
 */
function useGrowing(found: Found | undefined, goesOn: boolean): number {
  const [grown, setGrown] = useState({ key: found?.key, papers: Number.MAX_VALUE })
  const first =
    found?.list.isReturn && goesOn ? Number.MAX_VALUE : AT_ONCE[found?.list.view.layout ?? 'cards']
  const papers = grown.key === found?.key ? grown.papers : first
  const key = found?.key
  const grows = goesOn && papers < (found?.response.hits.length ?? 0)
  useEffect(() => {
    if (!grows) return
    const frame = requestAnimationFrame(() =>
      startTransition(() => setGrown({ key, papers: papers + A_FRAME })),
    )
    return () => cancelAnimationFrame(frame)
  }, [grows, key, papers])
  return papers
}

interface Drawn {
  /** What the list shows. */
  found: Found | undefined
  /** How many of its papers are drawn, which may be more than there are. */
  papers: number
  /** What stands beside it, which is drawn after the first of them. */
  beside: Found | undefined
  /** Whether the newest answer is on the screen: as much of it as a window shows, and all of it. */
  isDrawn: boolean
  isWhole: boolean
}

/**
 * What to draw of the newest answer. While somebody types, papers are drawn beside that, not before it: letters come to the
 * search box however long a list takes. So is what nobody asked for, an answer to the same address from more papers. Whoever
 * clicks, for other papers or another layout, waits for it, and by the side it would take longer. As much as a window shows
 * comes in a first step, what stands beside it in a second, the rest after that.
 */
export function useDrawn(list: List, q: string, results: Results): Drawn {
  const newest = useFound(list, q, results)
  const later = useDeferredValue(newest)
  const found = newest && newest.list !== later?.list && !newest.isTyped ? newest : later
  const beside = useDeferredValue(useRested(found))
  const goesOn = found?.key === beside?.key
  const papers = useGrowing(found, goesOn)
  const isDrawn = results.response !== undefined && !results.pending && found?.list === newest?.list
  return {
    found,
    papers,
    beside,
    isDrawn,
    isWhole: goesOn && papers >= (found?.response.hits.length ?? 0),
  }
}
