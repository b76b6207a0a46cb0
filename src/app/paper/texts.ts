/** The texts of the card of a paper, and of why it is listed. */

export const notShown = 'This paper could not be shown.'
export const abstract = 'Abstract'
export const abstractOf = (title: string): string => `Abstract of “${title}”`
export const why = 'Why'
export const whyHere = (title: string): string => `Why “${title}” is here`
export const moreThemes = (count: number): string => `and ${count} more`
export const code = 'Code'
export const cite = 'Cite'
export const copyLink = 'Copy link'

export const lookingUp = 'Looking it up…'
export const allListed = 'Every paper is listed.'
export const formula = 'Formula'
