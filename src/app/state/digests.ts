import { isStillLoading } from '#core/papers/coverage.ts'
import type { Digests } from '#core/papers/digests.ts'
import { unlessLoading, useInitialData } from './initialData.ts'
import { type CallState, useEngine } from './useEngine.ts'

/**
 * The days on which papers were listed: those that a page needs, and `all` once all are counted.
 *
 * @param of the day or week that a page is about; empty where it is about all
 */
export function useDigests(of = ''): CallState<Digests> & { all: Digests | undefined } {
  const { response, error } = useEngine('digests', {})
  const initial = useInitialData()?.digests
  const all = isStillLoading(response?.partial) ? undefined : response
  return { response: unlessLoading(response, initial?.of === of ? initial : undefined), all, error }
}
