/** The texts of the page of all themes. */

export const title = 'Themes'
export const about = 'A theme is a query with a name and a public rule. You can turn any search into one.'
export const find = 'Find a theme'
export const countedSoFar = 'Counted so far:'
export const noMatch = (typed: string): string => `No theme matches “${typed}”`
export const none = 'There are no themes here yet'
export const showAll = 'Show all themes'
export const themeCount = (count: number, written: string): string =>
  count === 0 ? 'No themes' : `${written} ${count === 1 ? 'theme' : 'themes'}`
export const paperWord = (count: number): string => (count === 1 ? 'paper' : 'papers')
