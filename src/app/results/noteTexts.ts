import { isolated } from '#core/text/text.ts'

/** The texts around a list of papers, and of what replaces it; apart from those of the list, since they load on demand. */

export const noPapersYet = 'There are no papers here yet'
export const noPaperMatches = (q: string): string => `No paper matches “${q}”`
export const dropCondition = 'Drop the condition'
export const showAll = 'Show all papers'
export const showingResultsFor = 'Showing results for'
export const insteadOf = (word: string): string => `instead of ${isolated(`“${word}”`)}.`
export const searchWords = 'Search for the words instead'
export const theme = (label: string): string => `Theme ${label}`
export const top = 'Top'

const since = (reason: string | undefined): string => (reason === undefined ? '.' : `, since ${reason}.`)
export const newestOnly = (papers: number): string =>
  `Searching the newest ${papers} papers only: the search of all papers keeps stopping.`
export const missing = (parts: readonly string[], reason: string | undefined): string =>
  `Papers are missing here: ${parts.join(', ')} could not be loaded${since(reason)}`
export const noCorrections = (reason: string): string => `Typing errors are not corrected${since(reason)}`
