const KEY = 'broadsheet.recent-queries.v1'
export const MAX_RECENT = 8
/** More than the parser reads of a query is not worth keeping. */
const MAX_LENGTH = 256

/** A query as it is kept; nothing where it says nothing, or is too long to be one. */
export function keptQuery(query: unknown): string | undefined {
  const text = typeof query === 'string' ? query.trim() : ''
  return text === '' || text.length > MAX_LENGTH ? undefined : text
}

/** Takes from anything that was stored what may be shown: the newest first, each once. */
function queriesIn(stored: string | null): string[] {
  const list: unknown = JSON.parse(stored ?? '[]')
  const kept = Array.isArray(list) ? list.map(keptQuery).filter(query => query !== undefined) : []
  return [...new Set(kept)].slice(0, MAX_RECENT)
}

/** The queries used last in this browser, the newest first; nothing where they cannot be had. */
export function readRecentQueries(): string[] | undefined {
  try {
    return queriesIn(localStorage.getItem(KEY))
  } catch {
    // Storage is blocked or holds junk.
    return undefined
  }
}

/** Keeps the queries for later visits. Says whether it worked: storage may be blocked or full. */
export function writeRecentQueries(queries: readonly string[]): boolean {
  try {
    if (queries.length === 0) localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, JSON.stringify(queries))
    return true
  } catch {
    // They are then known until the page is left.
    return false
  }
}

/** Tells when another tab has changed them. */
export function onRecentQueries(changed: (queries: string[]) => void): void {
  // Where pages are drawn for the build there are no tabs.
  if (typeof addEventListener === 'undefined') return
  addEventListener('storage', ({ key }) => {
    // Without a key, everything was removed.
    if (key === KEY || key === null) changed(readRecentQueries() ?? [])
  })
}
