/** The texts of the list under the search box. */

export const suggestions = 'Suggestions'
export const suggestionCount = (count: number): string =>
  `${count} ${count === 1 ? 'suggestion' : 'suggestions'}`
export const narrowBy = 'Narrow by'
export const themes = 'Themes'
export const papers = 'Papers'
export const recentQueries = 'Recent queries'
export const clearRecent = 'Clear recent queries'
export const removeRecent = 'Remove recent queries'
export const remove = (query: string): string => `Remove ${query}`
export const removed = (query: string): string => `Removed ${query}`
export const papersWith = (about: string): string => `papers ${about}`
export const paperSuffix = (count: number): string => (count === 1 ? ' paper' : ' papers')
