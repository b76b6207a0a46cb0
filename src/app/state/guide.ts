import type { SearchExamples } from '#core/engine/searchExamples.ts'
import { type Answered, useAnswer } from './answer.ts'
import { useInitialData } from './initialData.ts'

/** Examples of searches that find papers here, and what the papers span. What the page came with was made of all papers. */
export function useGuide(): Answered<SearchExamples> {
  const first = useInitialData()?.guide
  const { response, error } = useAnswer('guide', (engine, signal) =>
    first ? Promise.resolve(first) : engine.examples({}, signal),
  )
  return { response: response ?? first, error }
}
