import { isStillLoading } from '#core/papers/coverage.ts'
import type { Digests } from '#core/papers/digests.ts'
import { type Answered, useAnswer } from './answer.ts'
import { unlessComing, useInitialData } from './initialData.ts'

/**
 * The days on which papers were listed: those that a page needs, and `all` once all are counted.
 *
 * @param of the day or week that a page is about; empty where it is about all
 */
export function useDigests(of = ''): Answered<Digests> & { all: Digests | undefined } {
  const { response, error } = useAnswer('digests', (engine, signal) => engine.digests({}, signal))
  const first = useInitialData()?.digests
  const all = isStillLoading(response?.partial) ? undefined : response
  return { response: unlessComing(response, first?.of === of ? first : undefined), all, error }
}
