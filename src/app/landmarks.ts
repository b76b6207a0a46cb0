/** Ids of the places in a page that people are led to from elsewhere in it. */
export type Landmark = 'content' | 'search' | 'papers' | 'count'

/** Focuses the first of these places that there is, without scrolling. */
export function focusOn(...landmarks: Landmark[]): void {
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

/** How many pixels at the top of the window are taken by what is held there, or by what of it is not in a place itself. */
export function heldAtTop(over?: Element): number {
  const held = [...document.querySelectorAll<HTMLElement>('[data-sticky]')].filter(
    element => !over?.contains(element) && getComputedStyle(element).position === 'sticky',
  )
  return held.reduce((sum, { offsetHeight }) => sum + offsetHeight, 0)
}

const GAP_PX = 8

/** How far the window has to scroll for a box to be seen below what is held at the top: from its beginning, if it is too high. */
export function distanceToView({ top, bottom, height }: DOMRect, held: number): number {
  const first = held + GAP_PX
  const isTooHigh = height > window.innerHeight - first
  if (top < first || (isTooHigh && bottom > window.innerHeight)) return top - first
  return Math.max(0, bottom - window.innerHeight)
}

/** How far a place is below where it can be seen from its beginning, in pixels. */
function distanceOf(landmark: Landmark): number {
  const place = document.getElementById(landmark)
  return place ? place.getBoundingClientRect().top - heldAtTop(place) : 0
}

/** Whether a place begins above what can be seen. */
export const isAbove = (landmark: Landmark): boolean => distanceOf(landmark) <= -1

export const bringToTop = (landmark: Landmark): void => window.scrollBy(0, distanceOf(landmark))
