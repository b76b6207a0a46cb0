import type { ReactNode } from 'react'
import { Navigate, useLocation } from 'react-router-dom'
import { repairAddress } from '#core/site/repair/address.ts'

/** On a page that leads nowhere: goes on to the one that its address means, or says what `children` say. */
export function RepairedAddress({ children }: { children: ReactNode }) {
  const { pathname, search, hash } = useLocation()
  const address = pathname + search
  const meant = repairAddress(address + hash)
  return meant === undefined || meant === address ? children : <Navigate to={meant} replace />
}
