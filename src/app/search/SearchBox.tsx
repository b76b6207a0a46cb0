import { Search, X } from 'lucide-react'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'

/** How long typing has to rest before the address follows. */
const PAUSE_MS = 120

interface Props {
  /** The query the address says. */
  q: string
  placeholder: string
  /** Takes the query over while it is typed. Without it, only Enter does. */
  onType?: (q: string) => void
  onSubmit: (q: string) => void
  /** What belongs to the box and stands under it: problems, corrections. */
  children?: ReactNode
}

/** The search box. It keeps a draft of its own, so that typing never waits for anything. */
export function SearchBox({ q, placeholder, onType, onSubmit, children }: Props) {
  const [draft, setDraft] = useState(q)
  const [shown, setShown] = useState(q)
  // What was sent off from here since the query last changed elsewhere; the address follows a moment later.
  const [sent, setSent] = useState<readonly string[]>([])
  const input = useRef<HTMLInputElement>(null)
  const id = useId()
  if (q !== shown) {
    setShown(q)
    if (!sent.includes(q)) {
      // The query changed elsewhere: a facet, a chip, Back.
      setSent([])
      setDraft(q)
    }
  }
  const latest = sent.at(-1) ?? q
  useEffect(() => {
    const query = draft.trim()
    if (!onType || query === latest) return
    const timer = setTimeout(() => {
      setSent(queries => [...queries, query])
      onType(query)
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [draft, latest, onType])
  const submit = (query: string): void => {
    setDraft(query)
    setSent(queries => [...queries, query])
    onSubmit(query)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: not every browser and screen reader in use knows <search>
    <div role="search">
      <form
        onSubmit={event => {
          event.preventDefault()
          submit(draft.trim())
        }}
        className="relative"
      >
        <label htmlFor={id} className="sr-only">
          Search papers
        </label>
        <Search
          size={18}
          aria-hidden="true"
          className="pointer-events-none absolute top-1/2 left-0 -translate-y-1/2 text-soft"
        />
        <input
          ref={input}
          id={id}
          type="text"
          inputMode="search"
          enterKeyHint="search"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          value={draft}
          placeholder={placeholder}
          onChange={event => setDraft(event.currentTarget.value)}
          onKeyDown={event => {
            if (event.key === 'Escape' && draft !== '') submit('')
          }}
          className="h-12 w-full border-b border-edge bg-transparent pr-10 pl-8 font-serif text-xl text-ink placeholder:text-soft placeholder:italic focus:border-ink"
        />
        {draft !== '' && (
          <button
            type="button"
            aria-label="Clear the search"
            className="target absolute top-1/2 right-0 grid -translate-y-1/2 place-items-center text-soft hover:text-ink"
            onClick={() => {
              submit('')
              input.current?.focus()
            }}
          >
            <X size={18} aria-hidden="true" />
          </button>
        )}
      </form>
      {children}
    </div>
  )
}
