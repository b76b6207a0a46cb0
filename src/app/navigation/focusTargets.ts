import { STICKY } from './selectors.ts'

/** Ids of the places in a page that people are led to from elsewhere in it. */
export type FocusTarget = 'content' | 'search' | 'papers' | 'count'

/** Focuses the first of these places that there is, without scrolling. */
export function focusOn(...landmarks: FocusTarget[]): void {
  const places = landmarks.map(landmark => document.getElementById(landmark))
  places.find(place => place !== null)?.focus({ preventScroll: true })
}

/** Focuses the search box with its text, or a part of it, selected, ready to be typed over. */
export function selectInSearch(start = 0, end = Number.MAX_SAFE_INTEGER): void {
  const box = document.getElementById('search')
  if (!(box instanceof HTMLInputElement)) return
  box.focus()
  box.setSelectionRange(start, Math.min(end, box.value.length))
}

/** Whether the search box has the focus; where there is no browser, nothing has. */
export const isInSearch = (): boolean =>
  typeof document !== 'undefined' && document.activeElement?.id === 'search'

/** How many pixels at the top of the window are taken by what is held there, or by what of it is not in a place itself. */
export function heldAtTop(over?: Element): number {
  const held = [...document.querySelectorAll<HTMLElement>(STICKY)].filter(
    element => !over?.contains(element) && getComputedStyle(element).position === 'sticky',
  )
  return held.reduce((sum, { offsetHeight }) => sum + offsetHeight, 0)
}

const GAP_PX = 8
/** Cards that come near the window are laid out only then, and may push others out again. */
const FRAMES = 6

/**
 * Brings what has the focus into view, below what is held at the top, and keeps it there while cards around it are laid out.
 *
 * @param whole what it belongs to and is to be seen with it: from its beginning, if it is too high
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

/** How far a place is below where it can be seen from its beginning, in pixels. */
function distanceOf(landmark: FocusTarget): number {
  const place = document.getElementById(landmark)
  return place ? place.getBoundingClientRect().top - heldAtTop(place) : 0
}

/** Whether a place begins above what can be seen. */
export const isAbove = (landmark: FocusTarget): boolean => distanceOf(landmark) <= -1

export const bringToTop = (landmark: FocusTarget): void => window.scrollBy(0, distanceOf(landmark))
