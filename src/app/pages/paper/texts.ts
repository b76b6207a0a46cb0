/** The texts of the reading view of a paper. */

export const back = 'Back to the list'
export const allPapers = 'All papers'
export const list = 'Papers of the list'
export const previous = 'Previous'
export const next = 'Next'
export const position = (number: number, total: number): string => `${number} of ${total}`
export const openIn = 'Open in'
export const moreAuthors = (count: number, written: string): string =>
  `and ${written} more ${count === 1 ? 'author' : 'authors'}`
export const noAbstract = 'No source gave an abstract for this paper.'

export const published = 'Published'
export const added = 'Added'
export const listed = 'Listed'
export const inNoDigest = 'In no digest'
export const organisation = 'Organisation'
export const comments = 'Comments'
export const categories = 'Categories'
export const themes = 'Themes'
export const whyThemes = 'Why these themes'
export const id = 'Id'
export const doi = 'DOI'
export const citation = 'Citation'
export const none = 'None'
export const unknown = 'Unknown'

export const related = 'Related papers'
export const noneRelated = 'No paper here has much in common with this one.'

export const opening = 'Opening the paper'
export const lookingFor = 'Looking for the paper:'
export const notLoaded = 'The paper did not arrive'

export const notFound = 'Paper not found'
export const noSuchPaper = 'No such paper here'
export const mayBeMissing = 'This paper may be missing'
export const noPaperHas = (id: string, isWhole: boolean): string =>
  `No paper ${isWhole ? 'of this corpus' : 'that could be loaded'} has the id “${id}”`
export const onArxiv = 'Look for it on arXiv'
export const similar = 'Papers with similar words:'
