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

export const useThemes = (): readonly Theme[] => useCorpusState()?.themes ?? NONE

export function useTheme(id: string): ShownTheme | undefined {
  const themes = useThemes()
  const theme = themes.find(theme => theme.id === id)
  return theme && { ...theme, accent: groupsOf(themes).indexOf(theme.group) }
}

/** Names that the values in a query have for people. */
export function useNameOf(): NameOf {
  const themes = useThemes()
  return (field, value) => (field === 'theme' ? themes.find(({ id }) => id === value)?.label : undefined)
}
