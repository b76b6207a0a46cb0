import { Search, X } from 'lucide-react'
import { type AriaAttributes, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { pastedQuery } from '#core/query/pasted.ts'
import { SEARCH_BOX } from '#core/site/events.ts'
import { paths } from '#core/site/paths.ts'
import { MAX_QUERY } from '#core/site/view.ts'
import { openOverlay } from '../commands/overlay.ts'
import { useSite } from '../navigation/Link.tsx'
import { CARD } from '../navigation/selectors.ts'
import * as texts from './texts.ts'

/** How long typing has to rest before the address follows. */
const SEARCH_DEBOUNCE_MS = 120
/** How long a query has to stay to count as recent. */
const REMEMBER_AFTER_MS = 4_000

/** Loads when somebody is about to use the box. */
const load = () => import('../suggestions/suggestions.chunk.ts')
type SuggestionsChunk = Awaited<ReturnType<typeof load>>

const remember = (query: string): void => {
  load().then(
    ({ rememberQuery }) => rememberQuery(query),
    // If it cannot be loaded, the box has no suggestions.
    () => undefined,
  )
}

interface Props {
  /** The query in the address. */
  q: string
  placeholder: string
  /** Puts a query into the address. */
  onQuery: (q: string) => void
}

/**
 * The search box. It has a draft of its own, so that typing never waits. The address follows when typing rests, and before
 * anything else in the page is clicked: links are made from the address, and would miss the last letters.
 */
export function SearchBox({ q, placeholder, onQuery }: Props) {
  // Without the app, the browser sends the form.
  const home = useSite().hrefOf(paths.front())
  const [draft, setDraft] = useState(q)
  // The query last sent from here or received. Sending and the address following are one update.
  const [known, setKnown] = useState(q)
  const box = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const [chunk, setChunk] = useState<SuggestionsChunk & { isWanted: boolean }>()
  // False after a search that came before the list had loaded.
  const isListWanted = useRef(false)
  const [popup, setPopup] = useState<AriaAttributes>()
  if (q !== known) {
    // The query changed elsewhere: a facet, a chip, Back.
    setKnown(q)
    setDraft(q)
  }
  const submit = (query: string): void => {
    isListWanted.current = false
    // It may have rendered already, without its key listeners.
    setChunk(known => known && { ...known, isWanted: false })
    setDraft(query)
    setKnown(query)
    onQuery(query)
  }
  const suggest = (): void => {
    if (chunk) {
      if (!chunk.isWanted) setChunk({ ...chunk, isWanted: true })
      return
    }
    isListWanted.current = true
    load().then(
      loaded => setChunk({ ...loaded, isWanted: isListWanted.current }),
      () => undefined,
    )
  }
  useLayoutEffect(() => {
    // Text from before hydration: typed, pasted, composed or restored.
    const early = input.current?.value ?? ''
    setDraft(early)
  }, [])
  const send = useEffectEvent(() => {
    const query = draft.trim()
    if (query === known) return
    setKnown(query)
    onQuery(query)
  })
  useEffect(() => {
    if (draft.trim() === known) return
    const timer = setTimeout(() => send(), SEARCH_DEBOUNCE_MS)
    return () => clearTimeout(timer)
  }, [draft, known])
  useEffect(() => {
    if (known === '') return
    const timer = setTimeout(() => remember(known), REMEMBER_AFTER_MS)
    return () => clearTimeout(timer)
  }, [known])
  useEffect(() => {
    const sendBefore = ({ target }: Event) => {
      if (box.current?.contains(target as Node)) return
      flushSync(() => send())
      if ((target as Element).closest(CARD)) remember(input.current?.value ?? '')
    }
    document.addEventListener('click', sendBefore, { capture: true })
    return () => document.removeEventListener('click', sendBefore, { capture: true })
  }, [])
  return (
    // biome-ignore lint/a11y/useSemanticElements: not every browser and screen reader in use knows <search>
    <div
      ref={box}
      role="search"
      data-sticky="search"
      className="pointer-events-auto bg-paper noscript:hidden"
    >
      <form
        action={home}
        onSubmit={event => {
          event.preventDefault()
          submit(draft.trim())
          remember(draft)
        }}
        className="relative"
      >
        <label htmlFor={SEARCH_BOX} className="sr-only">
          {texts.label}
        </label>
        <Search
          size={18}
          aria-hidden="true"
          className="pointer-events-none absolute top-1/2 left-0 -translate-y-1/2 text-soft"
        />
        <input
          ref={input}
          id={SEARCH_BOX}
          name="q"
          type="text"
          dir="auto"
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={false}
          aria-controls="suggestions"
          {...popup}
          inputMode="search"
          enterKeyHint="search"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={MAX_QUERY}
          value={draft}
          placeholder={placeholder}
          onFocus={() => void load().catch(() => undefined)}
          onPointerEnter={() => void load().catch(() => undefined)}
          onClick={suggest}
          onKeyUp={({ key }) => {
            if ((key === 'Tab' && draft === '') || key === 'ArrowDown' || key === 'ArrowUp') suggest()
          }}
          onPaste={event => {
            const text = event.clipboardData.getData('text/plain')
            const query = pastedQuery(text)
            // The only way to insert text that can be undone. If the browser refuses, it pastes the text unchanged.
            if (query !== text && document.execCommand('insertText', false, query)) event.preventDefault()
          }}
          onChange={event => {
            const { value } = event.currentTarget
            // Typed, not pasted: quoted lines of mail begin so, too.
            const isTyped = (event.nativeEvent as InputEvent).data === '>'
            if (isTyped && value.startsWith('>') && !draft.startsWith('>')) {
              openOverlay({ kind: 'palette' })
              return
            }
            setDraft(value)
            suggest()
          }}
          onKeyDown={({ key, keyCode }) => {
            // 229: a key of an input method.
            if (key !== 'Escape' || keyCode === 229) return
            // Leaves an empty box, so that keys are for the page again.
            if (draft === '') input.current?.blur()
            else submit('')
          }}
          className="h-12 w-full border-b border-edge bg-transparent pr-10 pl-8 font-serif text-xl text-ink placeholder:text-soft placeholder:italic focus:border-ink"
        />
        {draft !== '' && (
          <button
            type="button"
            aria-label={texts.clear}
            className="target absolute top-1/2 right-0 grid -translate-y-1/2 place-items-center text-soft hover:text-ink"
            onClick={() => {
              submit('')
              input.current?.focus()
            }}
          >
            <X size={18} aria-hidden="true" />
          </button>
        )}
        {chunk && input.current && (
          <chunk.Suggestions
            input={input.current}
            isWanted={chunk.isWanted}
            draft={draft}
            onDraft={setDraft}
            onQuery={submit}
            onPopup={setPopup}
          />
        )}
      </form>
    </div>
  )
}
