import type { ReactNode } from 'react'
import * as texts from './texts.ts'

export const PaperSkeleton = ({ children }: { children: ReactNode }) => (
  <div aria-busy="true" className="pt-12">
    <h1 className="sr-only">{texts.opening}</h1>
    <p className="mb-4 text-soft empty:hidden">{children}</p>
    <div aria-hidden="true">
      <div className="skeleton h-10 w-11/12" />
      <div className="skeleton mt-3 h-10 w-3/5" />
      <div className="skeleton mt-6 h-4 w-2/5" />
      <div className="mt-6 h-12 border-y border-rule" />
      <div className="skeleton mt-6 h-60 max-w-[68ch]" />
    </div>
  </div>
)
