import { X } from 'lucide-react'
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import { Announcer } from './Announcer.tsx'
import * as texts from './texts.ts'

interface Props {
  title: string
  /** Called after closing, by Escape too, when the focus is back where it was. */
  onClose: () => void
  children: ReactNode
}

/** Chromium returns the focus to a text box without its caret, so that nothing can be typed. */
function giveCaretBack(): void {
  const box = document.activeElement
  if (!(box instanceof HTMLInputElement) || box.selectionStart === null) return
  box.setSelectionRange(box.selectionStart, box.selectionEnd)
}

/**
 * A modal dialog. The first focusable element has the focus; the button that closes the dialog comes last.
 */
export function Dialog({ title, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  useLayoutEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal()
  }, [])
  return (
    <dialog
      ref={dialog}
      aria-labelledby={heading}
      onClose={() => {
        giveCaretBack()
        onClose()
      }}
      className="m-auto max-h-[calc(100dvh-2rem)] w-[min(44rem,calc(100vw-2rem))] max-w-none overflow-y-auto border border-edge bg-paper p-4 text-ink backdrop:bg-veil sm:p-6"
    >
      <h2 id={heading} className="pr-10 font-serif text-2xl pointer-coarse:min-h-11 pointer-coarse:pr-14">
        {title}
      </h2>
      {children}
      <Announcer />
      <button
        type="button"
        aria-label={texts.close}
        title={texts.close}
        className="target absolute top-3 right-3 grid place-items-center text-soft hover:text-ink sm:top-5 sm:right-5"
        onClick={() => dialog.current?.close()}
      >
        <X size={18} aria-hidden="true" />
      </button>
    </dialog>
  )
}
