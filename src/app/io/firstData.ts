import type { FirstData } from '../state/firstData.ts'

/** The id of the element that holds the first data of a page as JSON. */
export const FIRST_DATA = 'first-data'

/**
 * What the page came with, which was written by the same build as the scripts; nothing where it came bare.
 *
 * @returns also the path of the page it is for: a host may give any page in the place of one that it does not have
 */
export function readFirstData(): (FirstData & { path: string }) | undefined {
  const json = document.getElementById(FIRST_DATA)?.textContent
  return json ? JSON.parse(json) : undefined
}
