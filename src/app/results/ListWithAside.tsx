import { type ReactNode, Suspense } from 'react'
import { Disclosure } from '../ui/Disclosure.tsx'
import { useBreakpoint } from '../ui/useBreakpoint.ts'

interface Props {
  /** Shown above the list. */
  about: ReactNode
  /** Shown beside the list where there is room, else folded above it, under this name. */
  aside: ReactNode
  asideName: string
  /** Shown right above the list. */
  narrowedTo: ReactNode
  children: ReactNode
}

/** The page of a list that is about one thing. */
export function ListWithAside({ about, aside, asideName, narrowedTo, children }: Props) {
  const hasSidebar = useBreakpoint('rail')
  return (
    <div className="mx-auto grid max-w-[46rem] grid-cols-[minmax(0,1fr)] gap-x-14 pt-6 rail:max-w-none rail:grid-cols-[minmax(0,46rem)_14rem] rail:grid-rows-[auto_1fr] rail:justify-center">
      <div>
        {about}
        <details className="group mb-3 rail:hidden">
          <Disclosure>{asideName}</Disclosure>
          <div className="pt-2 pb-4">
            <Suspense>{!hasSidebar && aside}</Suspense>
          </div>
        </details>
        {narrowedTo}
      </div>
      <aside
        aria-label="About these papers"
        className="hidden pt-3 rail:col-start-2 rail:row-span-2 rail:row-start-1 rail:block"
      >
        <div className="sticky top-6 max-h-[calc(100dvh-3rem)] overflow-y-auto pb-4">
          <Suspense>{hasSidebar !== false && aside}</Suspense>
        </div>
      </aside>
      <div>{children}</div>
    </div>
  )
}
