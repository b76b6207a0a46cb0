import { create } from 'zustand'
import type { SearchResponse } from '#core/engine/methods/search.ts'
import type { CorpusPaper } from '#core/papers/manifest.ts'

/** The answers that outlive the components that asked for them. */
interface AnswerStore {
  /** The latest answer to a list, and the key of the request that it answers. */
  list: { key?: string; response?: SearchResponse; error?: string }
  /** Every paper that has come with an answer, by its id: opening one needs no second request. */
  papers: ReadonlyMap<string, CorpusPaper>
}

export const useAnswers = create<AnswerStore>(() => ({ list: {}, papers: new Map() }))

export const latestResponse = ({ list }: AnswerStore): SearchResponse | undefined => list.response

export const knownPaper =
  (id: string) =>
  ({ papers }: AnswerStore): CorpusPaper | undefined =>
    papers.get(id)

/** @param before an answer whose hits the page shows, where the store has none yet */
export function storeResponse(key: string, response: SearchResponse, before?: SearchResponse): void {
  useAnswers.setState(({ list, papers }) => ({
    list: { key, response: reuseHits(list.response ?? before, response) },
    papers: new Map([...papers, ...response.hits.map(({ paper }) => [paper.id, paper] as const)]),
  }))
}

export const storeError = (key: string, error: string): void => useAnswers.setState({ list: { key, error } })

/** Forgets a failure, because the request is sent again. */
export function forgetError(): void {
  if (useAnswers.getState().list.error !== undefined) useAnswers.setState({ list: {} })
}

/** A response with the hits of the one before where they say the same, so that they are not rendered again. */
export function reuseHits(before: SearchResponse | undefined, response: SearchResponse): SearchResponse {
  const known = new Map(before?.hits.map(hit => [hit.paper.id, hit]))
  const hits = response.hits.map(hit => {
    const same = known.get(hit.paper.id)
    return same && JSON.stringify(same) === JSON.stringify(hit) ? same : hit
  })
  return { ...response, hits }
}
