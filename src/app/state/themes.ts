import type { NameOf } from '#core/query/inWords.ts'
import type { Theme } from '#core/theme.ts'
import { useCorpusState } from './corpus.ts'

export interface ShownTheme extends Theme {
  /** The number of the theme's group, which decides its colour. */
  accent: number
}

const NONE: readonly Theme[] = []

/** The groups of themes in the order of the themes file. */
export const groupsOf = (themes: readonly Theme[]): string[] => [...new Set(themes.map(({ group }) => group))]

/** By id. A page names themes by the hundred, so this is made once for each version of them. */
const known = new WeakMap<readonly Theme[], ReadonlyMap<string, ShownTheme>>()

export function shownThemes(themes: readonly Theme[]): ReadonlyMap<string, ShownTheme> {
  const made = known.get(themes)
  if (made) return made
  const groups = groupsOf(themes)
  const shown = new Map(
    themes.map(theme => [theme.id, { ...theme, accent: groups.indexOf(theme.group) }] as const),
  )
  known.set(themes, shown)
  return shown
}

export const useThemes = (): readonly Theme[] => useCorpusState()?.themes ?? NONE

export const useTheme = (id: string): ShownTheme | undefined => shownThemes(useThemes()).get(id)

/** Names that the values in a query have for people. */
export function useNameOf(): NameOf {
  const themes = shownThemes(useThemes())
  return (field, value) => (field === 'theme' ? themes.get(value)?.label : undefined)
}
