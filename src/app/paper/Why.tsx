import { useId, useState } from 'react'
import { lazyComponent } from '../shell/lazyComponent.tsx'
import * as texts from './texts.ts'

const ReasonList = lazyComponent(() => import('./ReasonList.tsx').then(({ ReasonList }) => ReasonList))

interface Props {
  id: string
  /** Label of the button for screen readers. */
  label: string
  /** The query that the paper answers. */
  q: string
}

/** Opens the reasons why a paper is in the list. */
export function Why({ id, label, q }: Props) {
  const [open, setOpen] = useState(false)
  const panel = useId()
  if (q.trim() === '') return null
  return (
    <>
      <button
        type="button"
        aria-expanded={open}
        aria-controls={panel}
        aria-label={label}
        className="fold noscript:hidden"
        onClick={() => setOpen(!open)}
      >
        {texts.why}
      </button>
      <div id={panel} hidden={!open} className="basis-full">
        {open && <ReasonList id={id} q={q} />}
      </div>
    </>
  )
}
