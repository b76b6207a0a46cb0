import { useCallback, useReducer } from 'react'
import { rememberScrollPosition, scrollPositionOf } from '../io/scrollPositions.ts'
import { useIsScripted } from '../state/initialData.ts'

const NONE: readonly string[] = []

/**
 * Ids of the papers in a list whose abstracts are expanded, and how to expand one. The entry of the history keeps them, so that
 * Back and reload restore the height of the list.
 */
export function useExpanded(entry: string): {
  expanded: readonly string[]
  expand: (id: string, isExpanded: boolean) => void
} {
  // Prerendered pages have nothing expanded.
  const isScripted = useIsScripted()
  const [, rerender] = useReducer((times: number) => times + 1, 0)
  const expand = useCallback(
    (id: string, isExpanded: boolean) => {
      const others = (scrollPositionOf(entry)?.expanded ?? NONE).filter(other => other !== id)
      rememberScrollPosition(entry, { expanded: isExpanded ? [...others, id] : others })
      rerender()
    },
    [entry],
  )
  return { expanded: (isScripted && scrollPositionOf(entry)?.expanded) || NONE, expand }
}
