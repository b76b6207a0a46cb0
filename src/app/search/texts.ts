/** The texts of the search box. */

export const label = 'Search papers'
export const clear = 'Clear the search'
