import { type ReactNode, useLayoutEffect, useState } from 'react'
import { Router } from 'react-router-dom'
import type { SiteHistory } from '../io/history.ts'

interface Props {
  base: string
  history: SiteHistory
  children: ReactNode
}

/** A router without transitions: pages follow the address at once, so that their links are never of the previous one. */
export function SiteRouter({ base, history, children }: Props) {
  const [shown, setShown] = useState(history.shown)
  useLayoutEffect(() => history.listen(setShown), [history])
  return (
    <Router basename={base} navigator={history} useTransitions={false} {...shown}>
      {children}
    </Router>
  )
}
