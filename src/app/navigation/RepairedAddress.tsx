import type { ReactNode } from 'react'
import { Navigate, useLocation } from 'react-router-dom'
import { repairAddress } from '#core/site/repair/address.ts'

/** Redirects an unknown address to the one that was meant; renders `children` if there is none. */
export function RepairedAddress({ children }: { children: ReactNode }) {
  const { pathname, search, hash } = useLocation()
  const address = pathname + search
  const meant = repairAddress(address + hash)
  return meant === undefined || meant === address ? children : <Navigate to={meant} replace />
}
