import { useCallback, useMemo } from 'react'
import { useLocation, useNavigate } from 'react-router-dom'
import type { SearchRequest } from '#core/engine.ts'
import { searchOf, type View, viewOf } from '#core/view.ts'

export interface List {
  view: View
  /** Path and query string of another view of the same list. */
  hrefOf: (view: View) => string
  go: (view: View, options?: { replace: boolean }) => void
}

/** The list that the address describes. */
export function useList(): List {
  const { pathname, search } = useLocation()
  const navigate = useNavigate()
  const view = useMemo(() => viewOf(search), [search])
  const hrefOf = useCallback(
    (other: View) => {
      const query = searchOf(other)
      return query === '' ? pathname : `${pathname}?${query}`
    },
    [pathname],
  )
  const go = useCallback(
    (other: View, options?: { replace: boolean }) => {
      navigate(hrefOf(other), options)
    },
    [navigate, hrefOf],
  )
  return { view, hrefOf, go }
}

const PAGE_SIZE = 50

/** What to ask the engine for a view. */
export const requestOf = ({ q, sort, page }: View): SearchRequest => ({
  q,
  ...(sort && { sort }),
  page,
  pageSize: PAGE_SIZE,
})
