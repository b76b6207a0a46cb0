import type { Theme } from '../papers/theme.ts'
import { spacedWords } from '../text/text.ts'

/** A theme in the list of its group. */
export interface ThemeRow {
  theme: Theme
  /** Whether it stands under the theme it is a part of. */
  isPart: boolean
}

export interface ThemeGroup {
  name: string
  /** The number of the group among all groups, which decides its colour. */
  number: number
  rows: ThemeRow[]
}

/** Whether each word begins a word of the theme's label, group or meaning. */
const isSought = ({ label, group, about }: Theme, words: readonly string[]): boolean => {
  const texts = spacedWords(`${label} ${group} ${about}`)
  return words.every(word => texts.includes(` ${word}`))
}

/**
 * All themes by group, in the order of the themes file; in a group those with the most papers first, each followed by its
 * parts. Groups of which nothing is sought are left out.
 *
 * @param typed what is sought: everything where it is empty
 */
export function themeGroups(
  themes: readonly Theme[],
  papersOf: (theme: string) => number,
  typed: string,
): ThemeGroup[] {
  const words = spacedWords(typed).trim().split(' ')
  const names = [...new Set(themes.map(({ group }) => group))]
  return names
    .map((name, number) => {
      const inGroup = themes
        .filter(theme => theme.group === name && isSought(theme, words))
        .sort((a, b) => papersOf(b.id) - papersOf(a.id))
      return { name, number, rows: rowsOf(inGroup) }
    })
    .filter(({ rows }) => rows.length > 0)
}

/** Parts of parts, and parts of themes that are not here, stand for themselves. */
function rowsOf(themes: readonly Theme[]): ThemeRow[] {
  const byId = new Map(themes.map(theme => [theme.id, theme]))
  const wholeOf = ({ parent }: Theme): Theme | undefined =>
    parent === undefined ? undefined : byId.get(parent)
  const isWhole = (theme: Theme): boolean => wholeOf(theme) === undefined
  const isPartOf = (part: Theme, whole: Theme): boolean => wholeOf(part) === whole && isWhole(whole)
  return themes
    .filter(theme => !themes.some(whole => isPartOf(theme, whole)))
    .flatMap(theme => [
      { theme, isPart: false },
      ...themes.filter(part => isPartOf(part, theme)).map(part => ({ theme: part, isPart: true })),
    ])
}
