import type { DigestSpan } from '#core/papers/digests.ts'

/** The texts of the digest of a day or a week. */

type Kind = DigestSpan['kind']

export const title = ({ kind, title }: DigestSpan): string => (kind === 'day' ? `Digest of ${title}` : title)
export const digests = 'Digests'
export const allDigests = 'All digests'
export const previous = (kind: Kind, name: string): string => `Previous ${kind}: ${name}`
export const next = (kind: Kind, name: string): string => `Next ${kind}: ${name}`
export const fromTo = (first: string, last: string): string => `From ${first} to ${last}.`
export const added = 'These papers were added on this day. No digest listed them.'
export const searchWithin = (kind: Kind): string => `Search within this ${kind}`
export const themesOf = (kind: Kind): string => `Themes of the ${kind}`
export const noThemes = 'None of these papers has a theme.'
export const allPapersOf = (kind: Kind): string => `All papers of this ${kind}`
export const noneYet = 'None among the newest papers'
export const noneMatch = 'No paper of this digest is among these'

export const notFound = 'Digest not found'
export const noDigestCalled = (id: string): string => `No digest is called “${id}”`
export const nearest = (count: number): string =>
  count === 1 ? 'The nearest digest:' : 'The nearest digests:'
