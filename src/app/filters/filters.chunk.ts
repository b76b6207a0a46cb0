/** Parts around a list of papers, or shown instead of it. They load while the first answer is under way. */

export { EmptyList } from '../results/EmptyList.tsx'
export { QueryNotes } from '../results/QueryNotes.tsx'
export { Summary, ToTop } from '../results/Summary.tsx'
export { Tagline } from '../shell/Tagline.tsx'
export { ActiveFilters } from './ActiveFilters.tsx'
export { FacetPanel } from './FacetPanel.tsx'
export { QueryChips } from './QueryChips.tsx'
export { Sidebar } from './Sidebar.tsx'
