/** What stands around a list of papers. It is loaded while the first answer is under way. */
export { FacetPanel } from './facets/FacetPanel.tsx'
export { Rail } from './facets/Rail.tsx'
export { QueryNotes } from './QueryNotes.tsx'
