/** The texts of the citation of a paper. */

export const title = 'Cite this paper'
export const format = 'Format'
export const citationAs = (label: string): string => `Citation as ${label}`
export const lacking = (what: string): string => `${what}. Unknown fields stay empty.`
export const copy = (label: string): string => `Copy ${label}`
export const download = (label: string): string => `Download ${label}`
