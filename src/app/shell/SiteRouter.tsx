import { type ReactNode, useLayoutEffect, useState } from 'react'
import { Router } from 'react-router-dom'
import type { SiteHistory } from '../io/history.ts'

interface Props {
  base: string
  history: SiteHistory
  children: ReactNode
}

/** The address is what pages are made from: they follow it at once, or links would be those of the address before. */
export function SiteRouter({ base, history, children }: Props) {
  const [shown, setShown] = useState(history.shown)
  useLayoutEffect(() => history.listen(setShown), [history])
  return (
    <Router basename={base} navigator={history} useTransitions={false} {...shown}>
      {children}
    </Router>
  )
}
