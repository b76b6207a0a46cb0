/** The texts of the filters in a narrow window; apart from those of the facets, which load on demand. */

export const filters = 'Filters'
export const showPapers = (count: number): string => `Show ${count} ${count === 1 ? 'paper' : 'papers'}`
