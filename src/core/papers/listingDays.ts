import type { Paper } from './paper.ts'

type Listed = Pick<Paper, 'listedOn' | 'addedOn'>

/**
 * The days of the digests that have a paper, ascending: those that listed it, else the one on which it first entered the
 * corpus; none where neither is known.
 */
export const listingDays = ({ listedOn, addedOn }: Listed): readonly string[] =>
  listedOn.length > 0 || addedOn === undefined ? listedOn : [addedOn]

/** Whether the day of `listingDays` is the one on which the paper was added: no digest listed it. */
export const isAdded = ({ listedOn, addedOn }: Listed): boolean =>
  listedOn.length === 0 && addedOn !== undefined
