import { Fragment } from 'react'
import { isApple } from '../io/platform.ts'
import { useIsScripted } from '../state/initialData.ts'
import * as texts from './texts.ts'

const nameOf = (key: string): string => (key === 'Escape' ? 'Esc' : key)

/** Labels of keys: keys held together stand side by side, keys pressed in turn have “then” between. */
export function KeyCaps({ keys }: { keys: string }) {
  // The platform is unknown where pages are prerendered.
  const mod = useIsScripted() && isApple() ? '⌘' : 'Ctrl'
  const labelsOf = (chord: string): string[] =>
    chord.startsWith('mod+') ? [mod, chord.slice(4).toUpperCase()] : [nameOf(chord)]
  return keys.split(' ').map((chord, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the same key may be pressed twice, and none ever moves
    <Fragment key={at}>
      {at > 0 && <span className="text-soft"> {texts.keyThen} </span>}
      {labelsOf(chord).map((label, place) => (
        <Fragment key={label}>
          {place > 0 && ' '}
          <kbd className="inline-grid h-6 min-w-6 place-items-center border border-edge px-1.5 font-sans text-xs text-ink">
            {label}
          </kbd>
        </Fragment>
      ))}
    </Fragment>
  ))
}
