import type { Suggestion, SuggestRequest } from '../../suggest/suggestion.ts'
import type { LoadedCorpus } from '../loadedCorpus.ts'

/** How to go on from what is being typed, in the order to show it. Any text and caret are answered. */
export const suggestCompletions = (
  { suggester }: LoadedCorpus,
  request: SuggestRequest,
): Promise<Suggestion[]> => suggester.suggest(request)
