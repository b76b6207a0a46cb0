import { Search, X } from 'lucide-react'
import { type AriaAttributes, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { pastedQuery } from '#core/query/pasted.ts'
import { paths } from '#core/site/paths.ts'
import { MAX_QUERY } from '#core/site/view.ts'
import { openOverlay } from '../commands/overlay.ts'
import { useSite } from '../navigation/Link.tsx'
import { CARD } from '../navigation/selectors.ts'

/** How long typing has to rest before the address follows. */
const PAUSE_MS = 120
/** How long a query has to stay to be one that people may come back to. */
const STAY_MS = 4_000

/** The first page does without: this comes when somebody is about to use the box. */
const load = () => import('../suggestions/suggestions.chunk.ts')
type Suggesting = Awaited<ReturnType<typeof load>>

const remember = (query: string): void => {
  load().then(
    ({ rememberQuery }) => rememberQuery(query),
    // Without what could not be loaded, the box is an ordinary one.
    () => undefined,
  )
}

interface Props {
  /** The query the address says. */
  q: string
  placeholder: string
  /** Puts a query into the address. */
  onQuery: (q: string) => void
}

/**
 * The search box. It keeps a draft of its own, so that typing never waits for anything. The address follows when typing
 * rests, and before anything else in the page is clicked: links are made from the address, and those that
 * lead on from it would leave out what was typed last.
 */
export function SearchBox({ q, placeholder, onQuery }: Props) {
  // Where the app cannot run, the browser sends the form.
  const home = useSite().hrefOf(paths.front())
  const [draft, setDraft] = useState(q)
  // The query last sent from here or received. Sending and the address following are one update.
  const [known, setKnown] = useState(q)
  const box = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const [suggesting, setSuggesting] = useState<Suggesting & { isWanted: boolean }>()
  // Whoever has searched before the list came does not want it any more.
  const isListWanted = useRef(false)
  const [popup, setPopup] = useState<AriaAttributes>()
  if (q !== known) {
    // The query changed elsewhere: a facet, a chip, Back.
    setKnown(q)
    setDraft(q)
  }
  const submit = (query: string): void => {
    isListWanted.current = false
    // It may have been drawn already and not listen to keys yet.
    setSuggesting(known => known && { ...known, isWanted: false })
    setDraft(query)
    setKnown(query)
    onQuery(query)
  }
  const suggest = (): void => {
    if (suggesting) {
      if (!suggesting.isWanted) setSuggesting({ ...suggesting, isWanted: true })
      return
    }
    isListWanted.current = true
    load().then(
      loaded => setSuggesting({ ...loaded, isWanted: isListWanted.current }),
      () => undefined,
    )
  }
  useLayoutEffect(() => {
    // Text that came before the app, which the browser has kept: typed, pasted, composed or restored.
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
    const timer = setTimeout(() => send(), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [draft, known])
  useEffect(() => {
    if (known === '') return
    const timer = setTimeout(() => remember(known), STAY_MS)
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
        <label htmlFor="search" className="sr-only">
          Search papers
        </label>
        <Search
          size={18}
          aria-hidden="true"
          className="pointer-events-none absolute top-1/2 left-0 -translate-y-1/2 text-soft"
        />
        <input
          ref={input}
          id="search"
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
            // The only way to insert text that can be undone. Where the browser refuses it, it inserts the text as it is.
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
            // 229: the key is for an input method.
            if (key !== 'Escape' || keyCode === 229) return
            // An empty box is left, so that keys are for the page again.
            if (draft === '') input.current?.blur()
            else submit('')
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
        {suggesting && input.current && (
          <suggesting.Suggestions
            input={input.current}
            isWanted={suggesting.isWanted}
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
