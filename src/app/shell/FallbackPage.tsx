import type { ReactNode } from 'react'
import { useScrollRestoration } from '../navigation/scrollRestoration.ts'
import { useTitle } from '../navigation/useTitle.ts'
import { PageLayout } from './PageLayout.tsx'

interface Props {
  /** Title of the tab. */
  name: string
  heading: string
  /** The reason, and ways on. */
  children: ReactNode
}

/** Shown instead of a page that does not exist or cannot be shown. */
export function FallbackPage({ name, heading, children }: Props) {
  useTitle(name)
  useScrollRestoration(true)
  return (
    <PageLayout>
      <div className="mx-auto max-w-[46rem] pt-6">
        <h1 className="pb-6 font-serif text-[2rem] leading-tight font-medium outline-none">{heading}</h1>
        {children}
      </div>
    </PageLayout>
  )
}
