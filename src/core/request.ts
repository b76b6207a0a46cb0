import type { SearchRequest } from './engine.ts'
import type { View } from './view.ts'

const PAGE_SIZE = 50

/** What to ask the engine for a view. */
export const requestOf = ({ q, sort, page }: View): SearchRequest => ({
  q,
  ...(sort && { sort }),
  page,
  pageSize: PAGE_SIZE,
})

/** Equal for requests that ask for the same. */
export const keyOf = (request: SearchRequest): string => JSON.stringify(request)
