import { type ReactNode, useState } from 'react'
import type { Icon } from './icons.tsx'

interface Props {
  label: string
  /** How the label looks, where it is not as all of the button does. */
  labelClass?: string
  icon: Icon
  /** Begins to load the dialog, since somebody is about to open it. */
  load: () => Promise<unknown>
  /** The dialog, while it is open. */
  dialog: (close: () => void) => ReactNode
}

/** A button that opens a dialog. */
export function DialogButton({ label, labelClass, icon: Sign, load, dialog }: Props) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        className="action justify-center noscript:hidden"
        onPointerEnter={() => void load()}
        onClick={() => setOpen(true)}
      >
        <Sign size={16} />
        {labelClass ? <span className={labelClass}>{label}</span> : label}
      </button>
      {open && dialog(() => setOpen(false))}
    </>
  )
}
