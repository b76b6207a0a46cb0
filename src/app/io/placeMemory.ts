/** Where a person was in a page: kept per history entry, for the tab's lifetime. */
export interface Place {
  scroll: number
  /** Id of the paper whose card held the focus. */
  paper?: string
}

const KEY = 'broadsheet.places'
const MAX_PLACES = 100

/** Reads what an earlier page of this tab left; anything else in the storage counts as nothing. */
function stored(): [string, Place][] {
  try {
    const entries: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '[]')
    return Array.isArray(entries) ? entries.filter(isEntry) : []
  } catch {
    // Storage is blocked or holds junk: places are then remembered until a reload only.
    return []
  }
}

const isEntry = (entry: unknown): entry is [string, Place] =>
  Array.isArray(entry) && typeof entry[0] === 'string' && typeof entry[1]?.scroll === 'number'

let places: Map<string, Place> | undefined

const all = (): Map<string, Place> => {
  places ??= new Map(stored())
  return places
}

export const placeAt = (entry: string): Place | undefined => all().get(entry)

export function rememberPlace(entry: string, place: Partial<Place>): void {
  const known = all().get(entry) ?? { scroll: 0 }
  all().delete(entry)
  all().set(entry, { ...known, ...place })
}

/** Writes the places where a reload finds them. */
export function keepPlaces(): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify([...all()].slice(-MAX_PLACES)))
  } catch {
    // As above: without storage, a reload starts at the top.
  }
}
