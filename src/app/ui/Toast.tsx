import { useEffect } from 'react'

const SHOWN_MS = 2_000
const PER_LETTER_MS = 60

/** A message that closes by itself. Screen readers hear it by `announce`. */
export function Toast({ words, onClose }: { words: string; onClose: () => void }) {
  useEffect(() => {
    const timer = setTimeout(onClose, SHOWN_MS + words.length * PER_LETTER_MS)
    return () => clearTimeout(timer)
  }, [words, onClose])
  return (
    <p
      aria-hidden="true"
      className="fixed inset-x-4 bottom-4 z-30 mx-auto w-fit border border-edge bg-paper px-4 py-2 text-sm wrap-anywhere"
    >
      {words}
    </p>
  )
}
