import { useCallback, useReducer } from 'react'
import { rememberScrollPosition, scrollPositionOf } from '../io/scrollPositions.ts'
import { useIsScripted } from '../state/initialData.ts'

const NONE: readonly string[] = []

/**
 * The papers of a list whose abstracts were expanded, by their ids, and what changes that. They are kept with the place
 * in the history, so that Back and reload find the list as high as it was left.
 */
export function useExpanded(entry: string): {
  expanded: readonly string[]
  expand: (id: string, isExpanded: boolean) => void
} {
  // A page is drawn first as it came, with nothing expanded.
  const isScripted = useIsScripted()
  const [, redraw] = useReducer((times: number) => times + 1, 0)
  const expand = useCallback(
    (id: string, isExpanded: boolean) => {
      const others = (scrollPositionOf(entry)?.expanded ?? NONE).filter(other => other !== id)
      rememberScrollPosition(entry, { expanded: isExpanded ? [...others, id] : others })
      redraw()
    },
    [entry],
  )
  return { expanded: (isScripted && scrollPositionOf(entry)?.expanded) || NONE, expand }
}
