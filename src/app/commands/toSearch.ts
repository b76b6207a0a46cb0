import { flushSync } from 'react-dom'
import { SEARCH_BOX } from '#core/site/events.ts'
import { paths } from '#core/site/paths.ts'
import { selectInSearch } from '../navigation/focusTargets.ts'
import type { SiteNavigation } from '../navigation/Link.tsx'

let left: Element | null = null

/** The element that had the focus before the search box. */
export const leftForSearch = (): Element | null => left

/** Focuses the search box and selects its text; opens the front page if this page has no box. */
export function toSearch({ go }: SiteNavigation): void {
  left = document.activeElement
  // Synchronously: the next key is for the box.
  if (!document.getElementById(SEARCH_BOX)) flushSync(() => go(paths.front()))
  selectInSearch()
}
