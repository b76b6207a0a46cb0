import type { View } from '../site/view.ts'
import type { SearchRequest } from './methods/search.ts'

const PAGE_SIZE = 50

/** The longest day of two years has 57 papers: a day is read in one page, without scripts too. */
const DIGEST_PAGE_SIZE = 100

/** The request for a view. */
export const requestOf = ({ q, sort, page }: View, pageSize = PAGE_SIZE): SearchRequest => ({
  q,
  ...(sort && { sort }),
  page,
  pageSize,
})

/** The request for a view of a digest. */
export const digestRequestOf = (view: View): SearchRequest => requestOf(view, DIGEST_PAGE_SIZE)

/** Equal for arguments of a method that ask for the same. */
export const argsKey = (args: object): string => JSON.stringify(args)
