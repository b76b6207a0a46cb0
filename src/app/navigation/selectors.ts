/** Selectors of elements whose geometry scripts ask for. Components and styles use the same attributes. */

/** The card of a paper; its attribute is the paper's id. */
export const CARD = 'article[data-paper]'

/** The reading view of a paper; its attribute is the paper's id. */
export const READING = 'article[data-reading]'

/** In a card, the link of its title. */
export const TITLE_LINK = 'h2 a'

/** Held at the top of the window. */
export const STICKY = '[data-sticky]'

/** The link to the next page of a list. */
export const NEXT_PAGE = '#papers a[rel="next"]'
