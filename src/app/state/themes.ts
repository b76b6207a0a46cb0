import type { NameOf } from '#core/query/inWords.ts'
import { madeOnce, type NamedTheme, type ShownTheme, shownThemes } from '#core/shownThemes.ts'
import type { Theme } from '#core/theme.ts'
import { useCorpusState } from './corpus.ts'
import { useFirstData } from './firstData.ts'

const NONE: readonly Theme[] = []
const NONE_NAMED: readonly NamedTheme[] = []

const namedThemes = madeOnce(
  (named: readonly NamedTheme[]): ReadonlyMap<string, NamedTheme> =>
    new Map(named.map(theme => [theme.id, theme])),
)

export function useThemes(): readonly Theme[] {
  const first = useFirstData()
  return useCorpusState()?.themes ?? first?.themes ?? NONE
}

/** A theme with what it means and its rule. */
export function useTheme(id: string): ShownTheme | undefined {
  const first = useFirstData()?.theme
  const corpus = useCorpusState()
  return corpus ? shownThemes(corpus.themes).get(id) : first?.id === id ? first : undefined
}

/** Themes by their ids: all, or those that the page came with. */
export function useNamedThemes(): ReadonlyMap<string, NamedTheme> {
  const first = useFirstData()
  const corpus = useCorpusState()
  return corpus ? shownThemes(corpus.themes) : namedThemes(first?.named ?? NONE_NAMED)
}

export const useNamedTheme = (id: string): NamedTheme | undefined => useNamedThemes().get(id)

/** Names that the values in a query have for people. */
export function useNameOf(): NameOf {
  const themes = useNamedThemes()
  return (field, value) => (field === 'theme' ? themes.get(value)?.label : undefined)
}
