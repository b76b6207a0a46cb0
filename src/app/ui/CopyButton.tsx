import { Check, Copy, TriangleAlert } from 'lucide-react'
import { lazy, type Ref, Suspense, useEffect, useImperativeHandle, useRef, useState } from 'react'
import { copyText } from '../io/clipboard.ts'
import { announce } from './Announcer.tsx'
import type { Icon } from './icons.tsx'
import * as texts from './texts.ts'

type State = 'idle' | 'copied' | 'refused'

const ICONS: Record<Exclude<State, 'idle'>, Icon> = { copied: Check, refused: TriangleAlert }
const SHOWN_MS = 2_000

const CopyByHand = lazy(() =>
  import('./CopyByHand.tsx').then(
    ({ CopyByHand }) => ({ default: CopyByHand }),
    () => ({ default: () => <></> }),
  ),
)

interface Props {
  label: string
  /** Called on each copy. */
  text: () => string
  icon?: Icon
  /** Takes the function that copies the text. */
  ref?: Ref<() => void>
}

/** Copies a text, and shows success for two seconds. If the browser refuses, shows the text to copy by hand. */
export function CopyButton({ label, text, icon = Copy, ref }: Props) {
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
    announce(copied ? texts.copied(label) : texts.refused(label))
  }
  useImperativeHandle(ref, () => () => void copy())
  const close = () => {
    setState('idle')
    button.current?.focus()
  }
  const StateIcon = state === 'idle' ? icon : ICONS[state]
  return (
    <>
      <button ref={button} type="button" className="action noscript:hidden" onClick={copy}>
        <StateIcon size={16} />
        {label}
      </button>
      {state === 'refused' && (
        <Suspense>
          <CopyByHand text={text()} onClose={close} />
        </Suspense>
      )}
    </>
  )
}
