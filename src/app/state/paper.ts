import { useEffect, useState } from 'react'
import type { PaperAnswer, SearchRequest } from '#core/engine.ts'
import { useCorpus, useCorpusState } from './corpus.ts'

export type PaperState = PaperAnswer | { status: 'loading' } | { status: 'failed'; reason: string }

/** The paper of an id. One that a list has shown is there at once; its place in the list follows. */
export function usePaper(id: string, within: Pick<SearchRequest, 'q' | 'sort'>): PaperState {
  const engine = useCorpus(store => store.engine)
  const known = useCorpus(store => store.papers.get(id))
  const failure = useCorpus(store => (store.status === 'failed' ? store.reason : undefined))
  const loaded = useCorpusState()?.loadedSegments ?? 0
  const key = JSON.stringify({ id, within })
  const [answered, setAnswered] = useState<{ key: string; state: PaperState }>()
  useEffect(() => {
    const controller = new AbortController()
    const { id, within } = JSON.parse(key)
    // The corpus having grown is a reason to ask again.
    if (engine && loaded >= 0) {
      engine.paper(id, within, controller.signal).then(
        state => {
          if (!controller.signal.aborted) setAnswered({ key, state })
        },
        (error: Error) => {
          if (!controller.signal.aborted)
            setAnswered({ key, state: { status: 'failed', reason: error.message } })
        },
      )
    }
    return () => controller.abort()
  }, [engine, key, loaded])
  if (answered?.key === key) return answered.state
  if (known) return { status: 'found', paper: known }
  return failure === undefined ? { status: 'loading' } : { status: 'failed', reason: failure }
}
