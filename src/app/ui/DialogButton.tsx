import type { LucideIcon } from 'lucide-react'
import { type ReactNode, useState } from 'react'

interface Props {
  label: string
  icon: LucideIcon
  /** The command that presses it. */
  command?: string
  /** Begins to load the dialog, since somebody is about to open it. */
  load: () => Promise<unknown>
  /** The dialog, while it is open. */
  dialog: (close: () => void) => ReactNode
}

/** A button that opens a dialog. */
export function DialogButton({ label, icon: Icon, command, load, dialog }: Props) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        data-command={command}
        className="target inline-flex items-center gap-1.5 text-sm text-soft hover:text-ink noscript:hidden"
        onPointerEnter={() => void load()}
        onClick={() => setOpen(true)}
      >
        <Icon size={16} aria-hidden="true" />
        {label}
      </button>
      {open && dialog(() => setOpen(false))}
    </>
  )
}
