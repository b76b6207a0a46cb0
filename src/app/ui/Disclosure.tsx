import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'

/** The summary of a `details` with the class `group`. */
export const Disclosure = ({ children }: { children: ReactNode }) => (
  <summary className="action list-none [&::-webkit-details-marker]:hidden">
    {children}
    <ChevronDown size={16} aria-hidden="true" className="group-open:rotate-180" />
  </summary>
)
