import { useState } from 'react'
import { create } from 'zustand'

/** What was said last, and how many times something was said: the same words may have to be said again. */
const useSaid = create<{ words: string; times: number }>(() => ({ words: '', times: 0 }))

/** Has a screen reader say something when it is done with what it says. */
export const announce = (words: string): void =>
  useSaid.setState(({ times }) => ({ words, times: times + 1 }))

/**
 * The place that screen readers listen to. It stays while pages come and go. An open dialog has another, since nothing
 * outside it is heard; there, what was said before is not said again.
 */
export function Announcer() {
  const { words, times } = useSaid()
  const [before] = useState(times)
  return (
    <p role="status" className="sr-only">
      {times !== before && <span key={times}>{words}</span>}
    </p>
  )
}
