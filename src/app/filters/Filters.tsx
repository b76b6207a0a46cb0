import { type ReactNode, useRef, useState } from 'react'
import { bringToTop, focusOn } from '../navigation/focusTargets.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import * as texts from './buttonTexts.ts'

interface Props {
  /** The number of active filters, beside the heading. */
  active: ReactNode
  /** The number of papers found, as soon as it is known. */
  total: number | undefined
  children: ReactNode
}

/** The facets of a narrow window: they open above the list, and lead back to it. */
export function Filters({ active, total, children }: Props) {
  const [isOpen, setOpen] = useState(false)
  const panel = useRef<HTMLDetailsElement>(null)
  const showList = () => {
    if (panel.current) panel.current.open = false
    bringToTop('papers')
    focusOn('count', 'papers')
  }
  return (
    <details
      ref={panel}
      className="group mt-3 rail:hidden noscript:hidden"
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <Disclosure>
        {texts.filters}
        {active}
      </Disclosure>
      <div className="pt-2 [&_a]:scroll-mb-20">{isOpen && children}</div>
      {total !== undefined && (
        <div className="sticky bottom-0 border-t border-rule bg-paper py-2">
          <button type="button" className="target prose-link text-sm" onClick={showList}>
            {texts.showPapers(total)}
          </button>
        </div>
      )}
    </details>
  )
}
