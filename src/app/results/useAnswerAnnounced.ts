import { useEffect, useRef } from 'react'
import type { SearchResponse } from '#core/engine/methods/search.ts'
import { isStillLoading } from '#core/papers/coverage.ts'
import type { Results } from '../state/results.ts'
import { announce } from '../ui/Announcer.tsx'
import { countInWords } from './countInWords.ts'

/** How long a query has to rest before its answer is said. */
const PAUSE_MS = 600

const inWords = (response: SearchResponse): string =>
  [
    countInWords(response),
    ...response.corrections.map(({ from, to }) => `Searched for ${to.join(', ')} in place of ${from}`),
    ...response.problems.map(({ message }) => message),
  ].join('. ')

/** Has the answer to a query said, once, when neither is going to change any more. */
export function useAnswerAnnounced(q: string, { response, pending }: Results): void {
  const said = useRef<string>(undefined)
  const words = response && !pending && !isStillLoading(response.partial) ? inWords(response) : undefined
  useEffect(() => {
    const saying = `${q}: ${words}`
    if (words === undefined || said.current === saying) return
    const timer = setTimeout(() => {
      said.current = saying
      announce(words)
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [q, words])
}
