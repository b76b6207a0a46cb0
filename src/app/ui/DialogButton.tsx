import { type ReactNode, useState } from 'react'
import type { Icon } from './icons.tsx'

interface Props {
  label: string
  /** Classes of the label. */
  labelClass?: string
  icon: Icon
  /** Loads the dialog, when somebody is about to open it. */
  load: () => Promise<unknown>
  /** Renders the open dialog. */
  dialog: (close: () => void) => ReactNode
}

/** A button that opens a dialog. */
export function DialogButton({ label, labelClass, icon: ButtonIcon, load, dialog }: Props) {
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
        <ButtonIcon size={16} />
        {labelClass ? <span className={labelClass}>{label}</span> : label}
      </button>
      {open && dialog(() => setOpen(false))}
    </>
  )
}
