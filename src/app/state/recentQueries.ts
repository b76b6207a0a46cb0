import { create } from 'zustand'
import {
  forgetShared,
  MAX_RECENT,
  onRecentQueries,
  readRecentQueries,
  storedQuery,
  writeRecentQueries,
} from '../io/recentQueries.ts'

/** The queries used last, the newest first. */
interface Store {
  queries: readonly string[]
  /** Whether the storage holds the same. */
  isStored: boolean
}

export const useRecentQueries = create<Store>(() => ({ queries: readRecentQueries() ?? [], isStored: true }))

onRecentQueries(queries => useRecentQueries.setState({ queries, isStored: true }))

function change(edit: (queries: readonly string[]) => readonly string[]): void {
  const { queries: known, isStored } = useRecentQueries.getState()
  // Another tab may have added some.
  const queries = edit((isStored ? readRecentQueries() : undefined) ?? known)
  useRecentQueries.setState({ queries, isStored: writeRecentQueries(queries) })
}

/** Puts a query first among those used last. */
export function rememberQuery(query: string): void {
  const added = storedQuery(query)
  if (added !== undefined)
    change(queries => [added, ...queries.filter(other => other !== added)].slice(0, MAX_RECENT))
}

function forget(isForgotten: (query: string) => boolean): void {
  change(queries => queries.filter(query => !isForgotten(query)))
  forgetShared(isForgotten)
}

export const forgetQuery = (query: string): void => forget(other => other === query)

export const forgetAllQueries = (): void => forget(() => true)
