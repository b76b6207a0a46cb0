import type { Theme } from '../papers/theme.ts'

/** The name of a theme and the number of its group, which decides its colour. */
export interface NamedTheme extends Pick<Theme, 'id' | 'label' | 'parent'> {
  accent: number
}

export interface ShownTheme extends Theme {
  accent: number
}

/** The groups of themes in the order of the themes file. */
export const themeGroupNames = (themes: readonly Theme[]): string[] => [
  ...new Set(themes.map(({ group }) => group)),
]

/** The fields that name a theme, without its meaning. */
export const namedTheme = ({ id, label, parent, accent }: NamedTheme): NamedTheme => ({
  id,
  label,
  ...(parent !== undefined && { parent }),
  accent,
})

/** A page names themes by the hundred, so what is made of them is made once. */
export function madeOnce<From extends object, To>(make: (from: From) => To): (from: From) => To {
  const made = new WeakMap<From, { of: To }>()
  return from => {
    const known = made.get(from) ?? { of: make(from) }
    made.set(from, known)
    return known.of
  }
}

/** By id. */
export const shownThemes = madeOnce((themes: readonly Theme[]): ReadonlyMap<string, ShownTheme> => {
  const groups = themeGroupNames(themes)
  return new Map(themes.map(theme => [theme.id, { ...theme, accent: groups.indexOf(theme.group) }]))
})
