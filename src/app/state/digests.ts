import type { Digests } from '#core/digests.ts'
import { type Answered, useAnswer } from './answer.ts'
import { unlessComing, useFirstData } from './firstData.ts'

/**
 * The days on which papers were listed.
 *
 * @param of the day or week that a page is about; empty where it is about all
 */
export function useDigests(of = ''): Answered<Digests> {
  const { response, error } = useAnswer('digests', (engine, signal) => engine.digests(signal))
  const first = useFirstData()?.digests
  return { response: unlessComing(response, first?.of === of ? first : undefined), error }
}
