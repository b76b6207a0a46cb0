import { useEffect, useState } from 'react'
import type { PaperAnswer } from '#core/engine/methods/paper.ts'
import type { SearchRequest } from '#core/engine/methods/search.ts'
import { type Coverage, isStillLoading } from '#core/papers/coverage.ts'
import { useCorpus, useEngine, useSettledSegments } from './corpus.ts'
import { useInitialData } from './initialData.ts'

export type PaperState =
  | PaperAnswer
  /** `partial` tells how much of the corpus has been looked through in vain so far. */
  | { status: 'loading'; partial?: Coverage }
  | { status: 'failed'; reason: string }

/** A paper not found in a part of the corpus may still come. */
const stateOf = (answer: PaperAnswer): PaperState =>
  answer.status === 'unknown' && isStillLoading(answer.partial)
    ? { status: 'loading', partial: answer.partial }
    : answer

/** The paper of an id. One that a list has shown is there at once; its place in the list follows. */
export function usePaper(id: string, within: Pick<SearchRequest, 'q' | 'sort'>): PaperState {
  const engine = useEngine()
  const first = useInitialData()?.paper
  const known =
    useCorpus(store => store.papers.get(id)) ??
    (first?.id === id || first?.aliases.includes(id) ? first : undefined)
  const failure = useCorpus(store => (store.status === 'failed' ? store.reason : undefined))
  const isLoading = useCorpus(store => store.status === 'loading')
  const settled = useSettledSegments()
  const key = JSON.stringify({ id, within })
  const [answered, setAnswered] = useState<{ key: string; state: PaperState }>()
  useEffect(() => {
    const controller = new AbortController()
    const { id, within } = JSON.parse(key)
    if (engine && settled !== undefined) {
      setAnswered(before => (before?.state.status === 'failed' ? undefined : before))
      engine.paper({ id, within }, controller.signal).then(
        answer => {
          if (!controller.signal.aborted) setAnswered({ key, state: stateOf(answer) })
        },
        (error: Error) => {
          if (!controller.signal.aborted)
            setAnswered({ key, state: { status: 'failed', reason: error.message } })
        },
      )
    }
    return () => controller.abort()
  }, [engine, key, settled])
  const isVoid = isLoading && answered?.state.status === 'failed'
  const state = answered?.key === key && !isVoid ? answered.state : undefined
  if (state && (state.status === 'found' || !known)) return state
  if (known) return { status: 'found', paper: known }
  return failure === undefined ? { status: 'loading' } : { status: 'failed', reason: failure }
}
