/** Parts of the search box that load when somebody uses it. */
export { rememberQuery } from '../state/recentQueries.ts'
export { Suggestions } from './Suggestions.tsx'
