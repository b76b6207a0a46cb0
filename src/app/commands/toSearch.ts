import { flushSync } from 'react-dom'
import { paths } from '#core/site/paths.ts'
import { selectInSearch } from '../navigation/focusTargets.ts'
import type { Site } from '../navigation/Link.tsx'

let left: Element | null = null

/** What had the focus before somebody was led to the search box. */
export const leftForSearch = (): Element | null => left

/** Focuses the search box with its text selected, on the front page where this one has none. */
export function toSearch({ go }: Site): void {
  left = document.activeElement
  // At once: what is typed next is for the box.
  if (!document.getElementById('search')) flushSync(() => go(paths.front()))
  selectInSearch()
}
