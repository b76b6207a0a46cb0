/** What the search box needs once somebody uses it; it is loaded then. */
export { rememberQuery } from '../state/recentQueries.ts'
export { Suggestions } from './Suggestions.tsx'
