import { useState } from 'react'
import type { AnswerOf, ArgsOf, Method } from '#core/engine/engine.ts'
import { argsKey } from '#core/engine/request.ts'
import { type CallOutcome, useEngineCall } from './useEngineCall.ts'

export interface CallState<T> {
  /** The newest answer to these arguments. */
  response: T | undefined
  /** Why there is none. */
  error: string | undefined
}

/**
 * The answer of the engine to a method, as far as it is known.
 *
 * @param args without them, there is no answer
 */
export function useEngine<M extends Method>(
  method: M,
  args: ArgsOf<M> | undefined,
): CallState<AnswerOf<M>> & {
  /** The newest answer, to these arguments or to others before them. */
  latest: AnswerOf<M> | undefined
} {
  const key = args && argsKey(args)
  const [known, setKnown] = useState<{ key: string; outcome: CallOutcome<AnswerOf<M>> }>()
  if (known && key === undefined) setKnown(undefined)
  useEngineCall(method, args, {
    onCall: () => setKnown(known => (known?.outcome.error === undefined ? known : undefined)),
    onOutcome: (key, outcome) => setKnown({ key, outcome }),
  })
  const outcome = known?.key === key ? known?.outcome : undefined
  return { response: outcome?.response, error: outcome?.error, latest: known?.outcome.response }
}
