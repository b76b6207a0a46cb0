import { useEffectEvent } from 'react'
import type { AnswerOf, ArgsOf, Method } from '#core/engine/engine.ts'
import { argsKey } from '#core/engine/request.ts'
import { useCorpus, useCorpusVersion } from './corpus.ts'
import { useAbortable } from './useAbortable.ts'

export type CallOutcome<T> = { response: T; error?: undefined } | { response?: undefined; error: string }

interface Listener<M extends Method> {
  /** Called as soon as the method is. */
  onCall?: () => void
  onOutcome: (key: string, outcome: CallOutcome<AnswerOf<M>>) => void
}

/**
 * Calls a method of the engine, and again whenever the arguments or the papers to answer from change. Outcomes that are
 * not wanted any more are dropped.
 *
 * @param args without them, nothing is called
 */
export function useEngineCall<M extends Method>(
  method: M,
  args: ArgsOf<M> | undefined,
  listener: Listener<M>,
): void {
  const version = useCorpusVersion()
  const key = args && argsKey(args)
  const show = useEffectEvent(listener.onOutcome)
  const call = (signal: AbortSignal) => {
    const { engine } = useCorpus.getState()
    if (!engine || !args) return
    listener.onCall?.()
    engine[method](args, signal)
      .then(
        response => ({ response }),
        (error: Error) => ({ error: error.message }),
      )
      .then(outcome => signal.aborted || show(key as string, outcome))
  }
  useAbortable(call, key, version)
}
