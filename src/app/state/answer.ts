import { useEffect, useEffectEvent, useState } from 'react'
import type { SearchEngine } from '#core/engine/engine.ts'
import { useEngine, useSettledSegments } from './corpus.ts'

export interface Answered<T> {
  /** The newest answer there is to this question. */
  response: T | undefined
  error: string | undefined
}

/**
 * Asks the engine, and again whenever the question changes or more of the corpus has come.
 *
 * @param key names the question
 */
export function useAnswer<T>(
  key: string,
  ask: (engine: SearchEngine, signal: AbortSignal) => Promise<T>,
): Answered<T> {
  const engine = useEngine()
  const settled = useSettledSegments()
  const [answered, setAnswered] = useState<Answered<T> & { key: string }>()
  const askNow = useEffectEvent(ask)
  useEffect(() => {
    const controller = new AbortController()
    const { signal } = controller
    const show = (answer: Answered<T>) => {
      if (!signal.aborted) setAnswered({ key, ...answer })
    }
    if (engine && settled !== undefined) {
      askNow(engine, signal).then(
        response => show({ response, error: undefined }),
        (error: Error) => show({ response: undefined, error: error.message }),
      )
    }
    return () => controller.abort()
  }, [engine, key, settled])
  return answered?.key === key ? answered : { response: undefined, error: undefined }
}
