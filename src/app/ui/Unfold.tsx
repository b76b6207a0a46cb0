import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'

/** What opens a `details` with the class `group`. */
export const Unfold = ({ children }: { children: ReactNode }) => (
  <summary className="target inline-flex list-none items-center gap-1 text-sm text-soft hover:text-ink [&::-webkit-details-marker]:hidden">
    {children}
    <ChevronDown size={16} aria-hidden="true" className="group-open:rotate-180" />
  </summary>
)
