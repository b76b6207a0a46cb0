import type { ReactNode } from 'react'
import { useScrollRestoration } from '../navigation/scrollRestoration.ts'
import { useTitle } from '../navigation/useTitle.ts'
import { Layout } from './Layout.tsx'

interface Props {
  /** In the title of the tab. */
  name: string
  heading: string
  /** Why, and the ways on. */
  children: ReactNode
}

/** What stands in the place of a page that is not to be had. */
export function FallbackPage({ name, heading, children }: Props) {
  useTitle(name)
  useScrollRestoration(true)
  return (
    <Layout>
      <div className="mx-auto max-w-[46rem] pt-6">
        <h1 className="pb-6 font-serif text-[2rem] leading-tight font-medium outline-none">{heading}</h1>
        {children}
      </div>
    </Layout>
  )
}
