/** The texts of the front page. */

export const filters = 'Filters'
export const about = 'About these papers'
export const search = 'Search the papers'
export const searchAmong = (papers: string): string => `Search ${papers} papers`
