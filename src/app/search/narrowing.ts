/** What stands around a list of papers, or in its place. It is loaded while the first answer is under way. */
export { ActiveFilters } from './ActiveFilters.tsx'
export { EmptyList } from './EmptyList.tsx'
export { FacetPanel } from './facets/FacetPanel.tsx'
export { Rail } from './facets/Rail.tsx'
export { QueryChips } from './QueryChips.tsx'
export { QueryNotes } from './QueryNotes.tsx'
export { Summary, ToTop } from './Summary.tsx'
