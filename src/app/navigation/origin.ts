import type { SearchRequest } from '#core/engine/methods/search.ts'
import type { List } from '../results/useList.ts'

/** The list a paper was opened from. It travels in the history entry, so reload and Back keep it. */
export interface Origin {
  query: Pick<SearchRequest, 'q' | 'sort'>
  /** Path and query string of the list. */
  href: string
}

export const originOf = ({ view, hrefOf }: List, q: string): Origin => ({
  query: { q, ...(view.sort && { sort: view.sort }) },
  href: hrefOf(view),
})
