import { Check, Copy, type LucideIcon, TriangleAlert } from 'lucide-react'
import { useEffect, useState } from 'react'
import { copyText } from '../io/clipboard.ts'

type State = 'idle' | 'copied' | 'refused'

const ICONS: Record<Exclude<State, 'idle'>, LucideIcon> = { copied: Check, refused: TriangleAlert }
const SHOWN_MS = 2_000

interface Props {
  label: string
  /** Made when it is asked for. */
  text: () => string
  icon?: LucideIcon
}

/** Copies a text and says for two seconds that it did. Where the browser refuses, offers the text for copying by hand. */
export function CopyButton({ label, text, icon = Copy }: Props) {
  const [state, setState] = useState<State>('idle')
  useEffect(() => {
    if (state !== 'copied') return
    const timer = setTimeout(() => setState('idle'), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [state])
  const Icon = state === 'idle' ? icon : ICONS[state]
  return (
    <>
      <button
        type="button"
        className="target inline-flex items-center gap-1.5 text-sm text-soft hover:text-ink"
        onClick={async () => setState((await copyText(text())) ? 'copied' : 'refused')}
      >
        <Icon size={16} aria-hidden="true" />
        {label}
      </button>
      <span role="status" className="sr-only">
        {state === 'copied' ? `${label}: copied` : ''}
      </span>
      {state === 'refused' && (
        <label className="block w-full text-sm text-soft">
          Your browser does not let this page copy. Copy it by hand:
          <textarea
            readOnly
            rows={4}
            className="mt-1 block w-full border border-edge bg-sheet p-2 font-mono text-xs text-ink"
            value={text()}
            onFocus={event => event.currentTarget.select()}
          />
        </label>
      )}
    </>
  )
}
