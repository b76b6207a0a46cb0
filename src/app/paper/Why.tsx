import { useId, useState } from 'react'
import { lazyComponent } from '../shell/lazyComponent.tsx'

const ReasonList = lazyComponent(() => import('./ReasonList.tsx').then(({ ReasonList }) => ReasonList))

interface Props {
  id: string
  /** What the button is called for those who do not see what it stands beside. */
  label: string
  /** The query that the paper answers. */
  q: string
}

/** Says on demand why a paper is in the list. */
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
        Why
      </button>
      <div id={panel} hidden={!open} className="basis-full">
        {open && <ReasonList id={id} q={q} />}
      </div>
    </>
  )
}
