/** The texts of a page that broke. */

export const title = 'Page not shown'
export const heading = 'This page could not be shown'
export const why = 'It holds something that this site does not expect. All other pages work as before.'
export const allPapers = 'All papers'
