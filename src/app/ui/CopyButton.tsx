import { Check, Copy, TriangleAlert } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { copyText } from '../io/clipboard.ts'
import { announce } from './Announcer.tsx'
import type { Icon } from './icons.tsx'

type State = 'idle' | 'copied' | 'refused'

const ICONS: Record<Exclude<State, 'idle'>, Icon> = { copied: Check, refused: TriangleAlert }
const SHOWN_MS = 2_000

interface Props {
  label: string
  /** Made when it is asked for. */
  text: () => string
  icon?: Icon
  /** The command that presses it. */
  command?: string
}

/** Copies a text and says for two seconds that it did. Where the browser refuses, offers the text for copying by hand. */
export function CopyButton({ label, text, icon = Copy, command }: Props) {
  const [state, setState] = useState<State>('idle')
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (state !== 'copied') return
    const timer = setTimeout(() => setState('idle'), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [state])
  const copy = async () => {
    const copied = await copyText(text())
    setState(copied ? 'copied' : 'refused')
    announce(copied ? `${label}: copied` : `${label}: refused by the browser. The text is selected.`)
  }
  const close = () => {
    setState('idle')
    button.current?.focus()
  }
  const Sign = state === 'idle' ? icon : ICONS[state]
  return (
    <>
      <button
        ref={button}
        type="button"
        data-command={command}
        className="action noscript:hidden"
        onClick={copy}
      >
        <Sign size={16} />
        {label}
      </button>
      {state === 'refused' && <ByHand text={text()} onClose={close} />}
    </>
  )
}

function selectAll(area: HTMLTextAreaElement | null): void {
  area?.focus()
  area?.select()
}

/** A text to be copied by hand, selected already. */
function ByHand({ text, onClose }: { text: string; onClose: () => void }) {
  return (
    <div className="w-full text-sm text-soft">
      <label>
        Your browser does not let this page copy. Copy it by hand:
        <textarea
          ref={selectAll}
          readOnly
          dir="auto"
          rows={4}
          className="mt-1 block w-full border border-edge bg-sheet p-2 font-mono text-xs text-ink"
          value={text}
          onKeyDown={event => {
            if (event.key === 'Escape') onClose()
          }}
        />
      </label>
      <button type="button" className="target prose-link" onClick={onClose}>
        Close
      </button>
    </div>
  )
}
