import { SEARCH_BOX } from '#core/site/events.ts'
import { STICKY } from './selectors.ts'

/** Ids of elements that take the focus from elsewhere in the page. */
export type FocusTarget = 'content' | typeof SEARCH_BOX | 'papers' | 'count'

/** Focuses the first of the elements that exists, without scrolling. */
export function focusOn(...targets: FocusTarget[]): void {
  const elements = targets.map(target => document.getElementById(target))
  elements.find(element => element !== null)?.focus({ preventScroll: true })
}

/** Focuses the search box with its text, or a part of it, selected, ready to be typed over. */
export function selectInSearch(start = 0, end = Number.MAX_SAFE_INTEGER): void {
  const box = document.getElementById(SEARCH_BOX)
  if (!(box instanceof HTMLInputElement)) return
  box.focus()
  box.setSelectionRange(start, Math.min(end, box.value.length))
}

/** Whether the search box has the focus; false where pages are prerendered. */
export const isInSearch = (): boolean =>
  typeof document !== 'undefined' && document.activeElement?.id === SEARCH_BOX

/** Height of the sticky bars at the top of the window, in pixels, without those inside `over`. */
export function heldAtTop(over?: Element): number {
  const held = [...document.querySelectorAll<HTMLElement>(STICKY)].filter(
    element => !over?.contains(element) && getComputedStyle(element).position === 'sticky',
  )
  return held.reduce((sum, { offsetHeight }) => sum + offsetHeight, 0)
}

const GAP_PX = 8
/** Frames to repeat for: cards that come near the window are laid out only then, and may push others out. */
const FRAMES = 6

/**
 * Scrolls a focused element into view, below the sticky bars, and keeps it there while cards around it are laid out.
 *
 * @param whole an ancestor to show with it; from its top, if it is higher than the window
 */
export function keepInView(focused: Element, whole = focused, frames = FRAMES): void {
  const { top, bottom, height } = whole.getBoundingClientRect()
  const first = heldAtTop(focused) + GAP_PX
  const isTooHigh = height > window.innerHeight - first
  if (top < first || (isTooHigh && bottom > window.innerHeight)) window.scrollBy(0, top - first)
  else if (bottom > window.innerHeight) window.scrollBy(0, bottom - window.innerHeight)
  if (frames === 0) return
  requestAnimationFrame(() => {
    if (focused === document.activeElement) keepInView(focused, whole, frames - 1)
  })
}

/** Distance of an element from the lower edge of the sticky bars, in pixels. */
function distanceOf(target: FocusTarget): number {
  const element = document.getElementById(target)
  return element ? element.getBoundingClientRect().top - heldAtTop(element) : 0
}

/** Whether an element starts above the visible part of the page. */
export const isAbove = (target: FocusTarget): boolean => distanceOf(target) <= -1

export const bringToTop = (target: FocusTarget): void => window.scrollBy(0, distanceOf(target))
