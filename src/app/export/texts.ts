/** The texts of exporting and following a list. */

export const exportPapers = (papers: string): string => `Export ${papers}`
export const scope = 'All papers of the list, in its order'
export const partlyMatching = (count: string): string => `; the last ${count} have only some of your words`
export const formats = 'Formats'
export const limited = (most: string): string =>
  `The file holds the first ${most}. Narrow the search to export the others.`
export const missing = (periods: string): string =>
  `Without the papers of ${periods}, which could not be loaded.`
export const newestOnly = (count: number): string =>
  `Only of the newest ${count} papers: the others are not loaded.`
export const cancel = 'Cancel'
export const saved = (papers: string, name: string): string => `Saved ${papers} as ${name}`
export const failed = (reason: string): string => `The file could not be made: ${reason}`
export const waiting = 'Waiting for the remaining papers:'
export const writing = 'Writing'
export const progress = (written: string, papers: string): string => `${written} of ${papers}`

export const followSearch = 'Follow this search'
export const followTheme = (label: string | undefined): string => `Follow ${label ?? 'all papers'}`
export const aboutFeeds =
  'Give one of these addresses to a feed reader. New papers come with their whole abstracts.'
export const feeds = 'Feeds'
export const copyAddress = (format: string): string => `Copy the address (${format})`

export const noTheme = 'Feeds are made for themes, and this search cannot be one.'
export const noThemeYet =
  'Feeds are made for themes, and no theme is exactly this search. To make it one, the person who publishes the site adds this record to the list in'
export const thenBuild =
  ', with a name and a group of their own, and builds the site again. A theme takes papers word for word, so it may find fewer than the search.'
export const record = 'Record of the theme'
export const copyRecord = 'Copy the record'
