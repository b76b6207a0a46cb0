import type { LucideIcon } from 'lucide-react'
import { type ReactNode, useState } from 'react'

interface Props {
  label: string
  /** How the label looks, where it is not as all of the button does. */
  labelClass?: string
  icon: LucideIcon
  /** The command that presses it. */
  command?: string
  /** Begins to load the dialog, since somebody is about to open it. */
  load: () => Promise<unknown>
  /** The dialog, while it is open. */
  dialog: (close: () => void) => ReactNode
}

/** A button that opens a dialog. */
export function DialogButton({ label, labelClass, icon: Icon, command, load, dialog }: Props) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        data-command={command}
        className="target inline-flex items-center justify-center gap-1.5 text-sm text-soft hover:text-ink noscript:hidden"
        onPointerEnter={() => void load()}
        onClick={() => setOpen(true)}
      >
        <Icon size={16} aria-hidden="true" />
        {labelClass ? <span className={labelClass}>{label}</span> : label}
      </button>
      {open && dialog(() => setOpen(false))}
    </>
  )
}
