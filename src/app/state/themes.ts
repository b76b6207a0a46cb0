import type { CorpusState } from '#core/engine/corpusState.ts'
import type { Theme } from '#core/papers/theme.ts'
import type { NameOf } from '#core/query/describe.ts'
import { madeOnce, type NamedTheme, type ShownTheme, shownThemes } from '#core/themes/shownThemes.ts'
import { knownCorpus, useCorpus, useCorpusState } from './corpus.ts'
import { type InitialData, useInitialData } from './initialData.ts'

const NONE: readonly Theme[] = []
const NONE_NAMED: readonly NamedTheme[] = []

const namedThemes = madeOnce(
  (named: readonly NamedTheme[]): ReadonlyMap<string, NamedTheme> =>
    new Map(named.map(theme => [theme.id, theme])),
)

export function useThemes(): readonly Theme[] {
  const first = useInitialData()
  return useCorpusState()?.themes ?? first?.themes ?? NONE
}

/** A theme with its meaning and its rule. */
export function useTheme(id: string): ShownTheme | undefined {
  const first = useInitialData()?.theme
  const corpus = useCorpusState()
  return corpus ? shownThemes(corpus.themes).get(id) : first?.id === id ? first : undefined
}

/** Themes by their ids: all, or those that a page came with. */
const namedBy = (corpus: CorpusState | undefined, first: InitialData | undefined) =>
  corpus ? shownThemes(corpus.themes) : namedThemes(first?.named ?? NONE_NAMED)

export const useNamedThemes = (): ReadonlyMap<string, NamedTheme> =>
  namedBy(useCorpusState(), useInitialData())

/** A list shows hundreds of names: those that are the same in the corpus as in the initial data are not rendered again. */
export function useNamedTheme(id: string): Pick<NamedTheme, 'id' | 'label' | 'accent'> | undefined {
  const first = useInitialData()
  const label = useCorpus(store => namedBy(knownCorpus(store), first).get(id)?.label)
  const accent = useCorpus(store => namedBy(knownCorpus(store), first).get(id)?.accent)
  return label === undefined || accent === undefined ? undefined : { id, label, accent }
}

/** Readable names of the values in a query. */
export function useNameOf(): NameOf {
  const themes = useNamedThemes()
  return (field, value) => (field === 'theme' ? themes.get(value)?.label : undefined)
}
