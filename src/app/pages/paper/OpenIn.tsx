import { type RefObject, useEffect, useRef } from 'react'
import { elsewhereOf } from '#core/papers/links.ts'
import type { CorpusPaper } from '#core/papers/manifest.ts'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { OutwardLinks } from './OutwardLinks.tsx'
import * as texts from './texts.ts'

/** Closes an open disclosure when the focus leaves it, a click is elsewhere, or Escape is pressed. */
function useClosing(details: RefObject<HTMLDetailsElement | null>): void {
  useEffect(() => {
    const element = details.current
    const leave = ({ target }: Event) => {
      if (element && !element.contains(target as Node)) element.open = false
    }
    const close = ({ key }: KeyboardEvent) => {
      if (key !== 'Escape' || !element?.open) return
      element.open = false
      element.querySelector('summary')?.focus()
    }
    document.addEventListener('pointerdown', leave)
    document.addEventListener('focusin', leave)
    element?.addEventListener('keydown', close)
    return () => {
      document.removeEventListener('pointerdown', leave)
      document.removeEventListener('focusin', leave)
      element?.removeEventListener('keydown', close)
    }
  }, [details])
}

/** Other sites that show the paper. Works without scripts. */
export function OpenIn({ paper }: { paper: CorpusPaper }) {
  const details = useRef<HTMLDetailsElement>(null)
  useClosing(details)
  return (
    <details ref={details} className="group sm:relative">
      <Disclosure>{texts.openIn}</Disclosure>
      <div className="absolute left-0 z-10 flex w-max max-w-[min(20rem,80vw)] flex-col border border-edge bg-paper px-4 py-2">
        <OutwardLinks links={elsewhereOf(paper)} />
      </div>
    </details>
  )
}
