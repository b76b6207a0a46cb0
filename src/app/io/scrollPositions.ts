import { STORED_PLACES, storageName } from '#core/site/storageNames.ts'
import { pageSite } from './pageSite.ts'

/** Scroll position in a page, per history entry, for the lifetime of the tab. */
export interface ScrollPosition {
  scroll: number
  /** Id of the paper whose card held the focus. */
  paper?: string
  /** The first card in view, by the id of its paper, and its distance from the top of the window. */
  first?: { paper: string; top: number } | undefined
  /** Ids of the papers whose abstracts were expanded. */
  expanded?: readonly string[]
}

const KEY = storageName(STORED_PLACES, pageSite.base)
const MAX_PLACES = 100

/** Reads what an earlier page of this tab left; anything else in the storage counts as nothing. */
function stored(): [string, ScrollPosition][] {
  try {
    const entries: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '[]')
    return Array.isArray(entries) ? entries.flatMap(entryIn) : []
  } catch {
    // Storage is blocked or holds junk: positions last until a reload.
    return []
  }
}

const isText = (value: unknown): value is string => typeof value === 'string'

/** An entry with the valid parts of its position; undefined without a valid scroll offset. */
function entryIn(stored: unknown): [string, ScrollPosition][] {
  if (!Array.isArray(stored) || !isText(stored[0]) || typeof stored[1]?.scroll !== 'number') return []
  const { scroll, paper, first, expanded } = stored[1]
  const place: ScrollPosition = {
    scroll,
    ...(isText(paper) && { paper }),
    ...(isText(first?.paper) &&
      typeof first.top === 'number' && { first: { paper: first.paper, top: first.top } }),
    ...(Array.isArray(expanded) && { expanded: expanded.filter(isText) }),
  }
  return [[stored[0], place]]
}

let places: Map<string, ScrollPosition> | undefined

const all = (): Map<string, ScrollPosition> => {
  places ??= new Map(stored())
  return places
}

export const scrollPositionOf = (entry: string): ScrollPosition | undefined => all().get(entry)

export function rememberScrollPosition(entry: string, place: Partial<ScrollPosition>): void {
  const known = all().get(entry) ?? { scroll: 0 }
  all().delete(entry)
  all().set(entry, { ...known, ...place })
}

/** Stores the positions for a reload. */
export function saveScrollPositions(): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify([...all()].slice(-MAX_PLACES)))
  } catch {
    // As above: without storage, a reload starts at the top.
  }
}
