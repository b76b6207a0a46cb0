import { startTransition, useLayoutEffect, useMemo, useReducer } from 'react'
import { argsKey, requestOf } from '#core/engine/request.ts'
import { isStillLoading } from '#core/papers/coverage.ts'
import { isInSearch } from '../navigation/focusTargets.ts'
import type { Results } from '../state/results.ts'
import {
  type AnswerEvent,
  type AnswerState,
  BATCH_PER_FRAME,
  eventOf,
  initialAnswerState,
  isComplete,
  type ListAnswer,
  reduceAnswer,
  restOf,
} from './answerPhases.ts'
import type { List } from './useList.ts'

interface RenderedAnswer extends Pick<AnswerState, 'rendered' | 'beside' | 'papers'> {
  /** Whether the newest answer is on the screen: as much of it as a window shows. */
  isRendered: boolean
  /** Whether all of it is, and no more papers may come. */
  isFinal: boolean
}

/** Takes the newest answer through its phases, and says what to render of it (`answerPhases.ts`). */
export function useRenderedAnswer(list: List, q: string, { response, pending }: Results): RenderedAnswer {
  const answer = useMemo<ListAnswer | undefined>(
    () =>
      response && {
        list,
        q,
        response,
        key: argsKey(requestOf({ ...list.view, q })),
        isTyped: isInSearch(),
      },
    [list, q, response],
  )
  const [state, dispatch] = useReducer(reduceAnswer, answer, initialAnswerState)
  const event = eventOf(state, answer, pending)
  if (event) dispatch(event)
  // The cleanup of a layout effect runs with the commit: nothing scheduled for one state meets the next.
  useLayoutEffect(() => scheduleNext(state, next => startTransition(() => dispatch(next))), [state])
  const { rendered, beside, papers } = state
  const isRendered = answer !== undefined && !pending && rendered?.list === answer.list
  const isFinal = isRendered && isComplete(state) && !isStillLoading(answer.response.partial)
  return { rendered, beside, papers, isRendered, isFinal }
}

/** Schedules the event that leads on to the next phase. Returns how to cancel it. */
function scheduleNext(state: AnswerState, dispatch: (event: AnswerEvent) => void): (() => void) | undefined {
  const { phase, latest, rendered, papers } = state
  if (phase === 'deferred') dispatch({ type: 'rendered', answer: latest })
  if (phase === 'firstBatch' && rendered) {
    const rest = restOf(state)
    const rested = () => dispatch({ type: 'rested', answer: rendered })
    if (rest > 0) {
      const timer = setTimeout(rested, rest)
      return () => clearTimeout(timer)
    }
    rested()
  }
  if (phase === 'remainingBatches' && rendered) {
    const frame = requestAnimationFrame(() =>
      dispatch({ type: 'nextFrame', answer: rendered, papers: papers + BATCH_PER_FRAME }),
    )
    return () => cancelAnimationFrame(frame)
  }
  return undefined
}
