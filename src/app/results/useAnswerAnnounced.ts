import { useEffect, useRef } from 'react'
import type { SearchResponse } from '#core/engine/methods/search.ts'
import { isStillLoading } from '#core/papers/coverage.ts'
import type { Results } from '../state/results.ts'
import { announce } from '../ui/Announcer.tsx'
import * as texts from './texts.ts'

/** How long a query has to rest before its answer is announced. */
const ANNOUNCE_DEBOUNCE_MS = 600

const describeAnswer = (response: SearchResponse): string =>
  [
    texts.resultCount(response),
    ...response.corrections.map(({ from, to }) => texts.corrected(from, to)),
    ...response.problems.map(({ message }) => message),
  ].join('. ')

/** Announces the answer to a query to screen readers: once, when neither changes any more. */
export function useAnswerAnnounced(q: string, { response, pending }: Results): void {
  const announced = useRef<string>(undefined)
  const words =
    response && !pending && !isStillLoading(response.partial) ? describeAnswer(response) : undefined
  useEffect(() => {
    const announcement = `${q}: ${words}`
    if (words === undefined || announced.current === announcement) return
    const timer = setTimeout(() => {
      announced.current = announcement
      announce(words)
    }, ANNOUNCE_DEBOUNCE_MS)
    return () => clearTimeout(timer)
  }, [q, words])
}
