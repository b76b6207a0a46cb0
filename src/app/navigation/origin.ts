import { useLocation } from 'react-router-dom'
import type { SearchRequest } from '#core/engine/methods/search.ts'
import type { Sort } from '#core/search/answer.ts'
import { SORTS } from '#core/site/view.ts'
import type { List } from '../results/useList.ts'
import { useIsScripted } from '../state/initialData.ts'

/** The list a paper was opened from. It travels in the history entry, so reload and Back keep it. */
export interface Origin {
  query: Pick<SearchRequest, 'q' | 'sort'>
  /** Path and query string of the list. */
  href: string
}

/** What a paper opened from a list is told of it. */
export const originOf = ({ view, hrefOf }: List, q: string): Origin => ({
  query: { q, ...(view.sort && { sort: view.sort }) },
  href: hrefOf(view),
})

const isSort = (value: unknown): value is Sort => typeof value === 'string' && Object.hasOwn(SORTS, value)

/** Reads the origin from the history entry, which may hold anything. */
export function useOrigin(): Origin | undefined {
  const { state } = useLocation()
  // A page is drawn first as it came, which was from no list.
  const isScripted = useIsScripted()
  const origin = (state as { origin?: Partial<Origin> } | null)?.origin
  if (!isScripted || typeof origin?.href !== 'string' || typeof origin.query?.q !== 'string') return undefined
  if (!origin.href.startsWith('/') || origin.href.startsWith('//')) return undefined
  const { q, sort } = origin.query
  return { query: { q, ...(isSort(sort) ? { sort } : {}) }, href: origin.href }
}
