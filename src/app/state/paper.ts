import type { PaperAnswer } from '#core/engine/methods/paper.ts'
import type { SearchRequest } from '#core/engine/methods/search.ts'
import { type Coverage, isStillLoading } from '#core/papers/coverage.ts'
import { knownPaper, useAnswers } from './answers.ts'
import { useCorpus } from './corpus.ts'
import { useInitialData } from './initialData.ts'
import { useEngine } from './useEngine.ts'

export type PaperState =
  | PaperAnswer
  /** `partial` tells how much of the corpus has been searched in vain so far. */
  | { status: 'loading'; partial?: Coverage }
  | { status: 'failed'; reason: string }

/** A paper not found in a part of the corpus may still come. */
const stateOf = (answer: PaperAnswer): PaperState =>
  answer.status === 'unknown' && isStillLoading(answer.partial)
    ? { status: 'loading', partial: answer.partial }
    : answer

/** The paper of an id. One that a list has shown is there at once; its place in the list follows. */
export function usePaper(id: string, within: Pick<SearchRequest, 'q' | 'sort'>): PaperState {
  const initial = useInitialData()?.paper
  const known =
    useAnswers(knownPaper(id)) ?? (initial?.id === id || initial?.aliases.includes(id) ? initial : undefined)
  const failure = useCorpus(store => (store.status === 'failed' ? store.reason : undefined))
  const isLoading = useCorpus(store => store.status === 'loading')
  const { response, error } = useEngine('paper', { id, within })
  if (response && (response.status === 'found' || !known)) return stateOf(response)
  if (known) return { status: 'found', paper: known }
  const reason = isLoading ? undefined : (error ?? failure)
  return reason === undefined ? { status: 'loading' } : { status: 'failed', reason }
}
