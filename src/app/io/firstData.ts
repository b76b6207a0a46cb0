import type { FirstData } from '../state/firstData.ts'

/** The id of the element that holds the first data of a page as JSON. */
export const FIRST_DATA = 'first-data'

/** The id of the element that holds what reference managers read of the papers listed (COinS). */
export const LISTED = 'listed'

/** What the page came with, which was written by the same build as the scripts; nothing where it came bare. */
export function readFirstData(): FirstData | undefined {
  const json = document.getElementById(FIRST_DATA)?.textContent
  return json ? JSON.parse(json) : undefined
}

/**
 * Whether what came is the page of this address: a host may give any page in the place of one that it does not have.
 * `public/early.js` hides such a page until this shows what is drawn in its place.
 *
 * @param path below the base of the site
 */
export function cameFor(path: string): boolean {
  const { dataset } = document.documentElement
  delete dataset.elsewhere
  return dataset.path === path && location.search === ''
}
