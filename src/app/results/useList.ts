import { useCallback, useLayoutEffect, useMemo, useRef } from 'react'
import { useLocation, useNavigationType } from 'react-router-dom'
import { searchOf, type View, viewOf } from '#core/site/view.ts'
import { useSite } from '../navigation/Link.tsx'

export interface List {
  /** Key of the history entry that shows it. */
  entry: string
  /** Whether it was reached by Back, Forward, reload or its address. */
  isReturn: boolean
  view: View
  /** Path and query string of another view of the same list. */
  hrefOf: (view: View) => string
  /** Leads to another view, made from the one that the address says by then: it may be ahead of `view`. */
  go: (to: (view: View) => View, options?: { replace: boolean }) => void
}

/** The list that the address describes. */
export function useList(): List {
  const { key: entry, pathname, search } = useLocation()
  const isReturn = useNavigationType() === 'POP'
  const site = useSite()
  const view = useMemo(() => viewOf(search), [search])
  const newest = useRef(view)
  useLayoutEffect(() => {
    newest.current = view
  }, [view])
  const hrefOf = useCallback(
    (other: View) => {
      const query = searchOf(other)
      return query === '' ? pathname : `${pathname}?${query}`
    },
    [pathname],
  )
  const go = useCallback<List['go']>(
    (to, options) => {
      site.go(hrefOf(to(newest.current)), options)
    },
    [site, hrefOf],
  )
  return useMemo(() => ({ entry, isReturn, view, hrefOf, go }), [entry, isReturn, view, hrefOf, go])
}
