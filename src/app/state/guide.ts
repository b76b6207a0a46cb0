import type { Guide } from '#core/guide.ts'
import { type Answered, useAnswer } from './answer.ts'
import { unlessComing, useFirstData } from './firstData.ts'

/** Examples of searches that find papers here, and what the papers span. */
export function useGuide(): Answered<Guide> {
  const { response, error } = useAnswer('guide', (engine, signal) => engine.guide(signal))
  return { response: unlessComing(response, useFirstData()?.guide), error }
}
