import type { ReactNode } from 'react'

/** Says on a page without papers what happened, and what to do. */
export function Notice({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="border-y border-rule py-8 wrap-anywhere">
      <p className="font-serif text-xl">{title}</p>
      {children && <div className="mt-2 space-y-3 text-soft">{children}</div>}
    </div>
  )
}
