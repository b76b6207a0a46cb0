import { useState } from 'react'
import { create } from 'zustand'

/** The last announcement, and a counter: the same words may be announced again. */
const useSaid = create<{ words: string; times: number }>(() => ({ words: '', times: 0 }))

/** Announces words to screen readers, politely. */
export const announce = (words: string): void =>
  useSaid.setState(({ times }) => ({ words, times: times + 1 }))

/**
 * The live region of screen readers. It stays while pages change. An open dialog has another, since nothing outside it is
 * heard; that one starts empty.
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
