/** Ids of the places in a page that people are led to from elsewhere in it. */
export type Landmark = 'content' | 'search' | 'papers' | 'count'

/** Focuses the first of these places that there is, without scrolling. */
export function focusOn(...landmarks: Landmark[]): void {
  const places = landmarks.map(landmark => document.getElementById(landmark))
  places.find(place => place !== null)?.focus({ preventScroll: true })
}

/** Focuses the search box with a part of its text selected, ready to be typed over. */
export function selectInSearch(start: number, end: number): void {
  const box = document.getElementById('search')
  if (!(box instanceof HTMLInputElement)) return
  box.focus()
  box.setSelectionRange(start, end)
}

/** Where a place begins, in pixels below the top of the window. */
export const topOf = (landmark: Landmark): number =>
  document.getElementById(landmark)?.getBoundingClientRect().top ?? 0

export const bringToTop = (landmark: Landmark): void => window.scrollTo(0, window.scrollY + topOf(landmark))
