import { useEffect, useState } from 'react'
import type { Suggestion, SuggestRequest } from '#core/suggest/suggestion.ts'
import { useEngine, useSettledSegments } from '../state/corpus.ts'

const NONE: readonly Suggestion[] = []

/** What the engine suggests; while it thinks, what it suggested last. Nothing while nothing is asked. */
export function useSuggestions(request: SuggestRequest | undefined): readonly Suggestion[] {
  const engine = useEngine()
  const settled = useSettledSegments()
  const key = request && JSON.stringify(request)
  const [suggestions, setSuggestions] = useState(NONE)
  useEffect(() => {
    const controller = new AbortController()
    if (key === undefined) setSuggestions(NONE)
    else if (engine && settled !== undefined) {
      engine.suggest(JSON.parse(key), controller.signal).then(
        answer => {
          if (!controller.signal.aborted) setSuggestions(answer)
        },
        () => {
          // The list of papers says what is wrong; suggestions are only missing.
          if (!controller.signal.aborted) setSuggestions(NONE)
        },
      )
    }
    return () => controller.abort()
  }, [engine, key, settled])
  return key === undefined ? NONE : suggestions
}
