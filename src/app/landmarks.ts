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

/** How many pixels at the top of the window are taken by what is held there. */
export function heldAtTop(): number {
  const held = [...document.querySelectorAll<HTMLElement>('[data-sticky]')].filter(
    element => getComputedStyle(element).position === 'sticky',
  )
  return held.reduce((sum, { offsetHeight }) => sum + offsetHeight, 0)
}

/** Whether a place begins above where `bringToTop` would put it. */
export function isAbove(landmark: Landmark): boolean {
  const place = document.getElementById(landmark)
  if (!place) return false
  const margin = Number.parseFloat(getComputedStyle(place).scrollMarginTop) || 0
  return place.getBoundingClientRect().top < Math.floor(margin)
}

export const bringToTop = (landmark: Landmark): void =>
  document.getElementById(landmark)?.scrollIntoView({ block: 'start' })
