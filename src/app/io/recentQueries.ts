import { STORED_QUERIES, sharedKey, storageName } from '#core/site/storageNames.ts'
import { pageSite } from './pageSite.ts'

const KEY = storageName(STORED_QUERIES, pageSite.base)
export const MAX_RECENT = 8
/** The parser reads no more of a query. */
const MAX_LENGTH = 256

/** A query as it is stored; undefined if it is empty or too long. */
export function storedQuery(query: unknown): string | undefined {
  const text = typeof query === 'string' ? query.trim() : ''
  return text === '' || text.length > MAX_LENGTH ? undefined : text
}

/** Valid queries of a stored value: the newest first, each once. */
function queriesIn(stored: string | null): string[] {
  const list: unknown = JSON.parse(stored ?? '[]')
  const queries = Array.isArray(list) ? list.map(storedQuery).filter(query => query !== undefined) : []
  return [...new Set(queries)].slice(0, MAX_RECENT)
}

/** Recent queries of this browser, the newest first; empty without storage. */
export function readRecentQueries(): string[] | undefined {
  try {
    return queriesIn(localStorage.getItem(KEY))
  } catch {
    // Storage is blocked or holds junk.
    return undefined
  }
}

/** Stores the queries. Returns whether it worked: storage may be blocked or full. */
export function writeRecentQueries(queries: readonly string[]): boolean {
  try {
    write(KEY, queries)
    return true
  } catch {
    // They last until the page is left.
    return false
  }
}

function write(key: string, queries: readonly string[]): void {
  if (queries.length === 0) localStorage.removeItem(key)
  else localStorage.setItem(key, JSON.stringify(queries))
}

/**
 * Removes queries from those that earlier versions stored for all sites of an origin. The list itself stays for sites
 * that have not copied it.
 */
export function forgetShared(isForgotten: (query: string) => boolean): void {
  try {
    const shared = queriesIn(localStorage.getItem(sharedKey(STORED_QUERIES)))
    const rest = shared.filter(query => !isForgotten(query))
    if (rest.length < shared.length) write(sharedKey(STORED_QUERIES), rest)
  } catch {
    // Storage is blocked or holds junk.
  }
}

/** Calls back when another tab has changed them. */
export function onRecentQueries(changed: (queries: string[]) => void): void {
  // The build renders without tabs.
  if (typeof addEventListener === 'undefined') return
  addEventListener('storage', ({ key }) => {
    // Without a key, everything was removed.
    if (key === KEY || key === null) changed(readRecentQueries() ?? [])
  })
}
