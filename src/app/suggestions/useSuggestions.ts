import type { Suggestion, SuggestRequest } from '#core/suggest/suggestion.ts'
import { useEngine } from '../state/useEngine.ts'

const NO_SUGGESTIONS: readonly Suggestion[] = []

/**
 * The suggestions of the engine; until they have come, those before. A failure leaves none: the list of papers says what is
 * wrong.
 */
export function useSuggestions(request: SuggestRequest | undefined): readonly Suggestion[] {
  const { latest } = useEngine('suggest', request)
  return latest ?? NO_SUGGESTIONS
}
