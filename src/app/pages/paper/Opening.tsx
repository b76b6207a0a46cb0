import type { ReactNode } from 'react'

/** The shape of a paper that is on its way. */
export const Opening = ({ children }: { children: ReactNode }) => (
  <div aria-busy="true" className="pt-12">
    <h1 className="sr-only">Opening the paper</h1>
    <p className="mb-4 text-soft empty:hidden">{children}</p>
    <div aria-hidden="true">
      <div className="bar h-10 w-11/12" />
      <div className="bar mt-3 h-10 w-3/5" />
      <div className="bar mt-6 h-4 w-2/5" />
      <div className="mt-6 h-12 border-y border-rule" />
      <div className="bar mt-6 h-60 max-w-[68ch]" />
    </div>
  </div>
)
