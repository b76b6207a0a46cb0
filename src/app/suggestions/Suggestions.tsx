import { type AriaAttributes, useEffect, useLayoutEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { useNavigate } from 'react-router-dom'
import { paths } from '#core/site/paths.ts'
import { withQuery } from '#core/site/view.ts'
import { applySuggestion } from '#core/suggest/apply.ts'
import { originOf } from '../navigation/origin.ts'
import { useList } from '../results/useList.ts'
import { forgetAllQueries, forgetQuery, rememberQuery, useRecentQueries } from '../state/recentQueries.ts'
import { announce } from '../ui/Announcer.tsx'
import { beginnings, optionKey, type SuggestionOption } from './options.ts'
import { Popup } from './Popup.tsx'
import * as texts from './texts.ts'
import { useComboboxState, useListening } from './useCombobox.ts'
import { useSuggestions } from './useSuggestions.ts'

/** How long the list has to rest before its length is announced, after the number of papers. */
const ANNOUNCE_DEBOUNCE_MS = 1_000

interface Props {
  /** The search box. */
  input: HTMLInputElement
  /** False after a search, until the box is used again. */
  isWanted: boolean
  draft: string
  onDraft: (draft: string) => void
  /** Searches for a query at once. */
  onQuery: (q: string) => void
  /** Takes the ARIA attributes of the box. */
  onPopup: (attributes: AriaAttributes) => void
}

/** The list under the search box: completions of the typed text, or ways to start. */
export function Suggestions({ input, isWanted, draft, onDraft, onQuery, onPopup }: Props) {
  const [state, set] = useComboboxState(input, isWanted)
  const [wasWanted, setWasWanted] = useState(isWanted)
  const { isOpen, caret, active } = state
  const isEmpty = draft.trim() === ''
  const recent = useRecentQueries(store => store.queries)
  const suggested = useSuggestions(isOpen && !isEmpty ? { q: draft, caret } : undefined)
  const options: readonly SuggestionOption[] = isOpen ? (isEmpty ? beginnings(recent) : suggested) : []
  const list = useList()
  const navigate = useNavigate()

  const close = () => set(state => ({ ...state, isOpen: false, active: undefined }))
  if (isWanted !== wasWanted) {
    setWasWanted(isWanted)
    if (!isWanted) close()
  }
  const put = (text: string, caret: number) => {
    flushSync(() => {
      onDraft(text)
      set(() => ({ isOpen: true, caret, active: undefined }))
    })
    input.setSelectionRange(caret, caret)
  }
  const choose = (option: SuggestionOption) => {
    switch (option.kind) {
      case 'forget':
        forgetAllQueries()
        break
      case 'recent':
        rememberQuery(option.query)
        close()
        onQuery(option.query)
        break
      case 'paper': {
        const q = draft.trim()
        close()
        onQuery(q)
        const origin = originOf({ ...list, view: withQuery(list.view, q) }, q)
        navigate(paths.paper(option.id), { state: { origin } })
        break
      }
      default: {
        const start = isEmpty && option.kind === 'operator' ? `${option.field}:` : undefined
        const { text, caret } =
          start === undefined
            ? applySuggestion({ text: draft, caret: state.caret }, option)
            : { text: start, caret: start.length }
        put(text, caret)
      }
    }
  }
  const remove = (option: SuggestionOption): boolean => {
    if (option.kind !== 'recent') return false
    forgetQuery(option.query)
    announce(texts.removed(option.query))
    return true
  }
  useListening({ input, options, state, set, choose, remove })

  const isShown = options.length > 0
  const at = options.findIndex(option => optionKey(option) === active)
  const activeId = at < 0 ? undefined : `suggestion-${at}`
  useLayoutEffect(() => {
    onPopup({ 'aria-expanded': isShown, 'aria-activedescendant': activeId })
  }, [isShown, activeId, onPopup])
  const { length } = options
  useEffect(() => {
    if (length === 0) return
    const words = texts.suggestionCount(length)
    const timer = setTimeout(() => announce(words), ANNOUNCE_DEBOUNCE_MS)
    return () => clearTimeout(timer)
  }, [length])

  return isShown ? (
    <Popup input={input} options={options} active={at} onChoose={choose} onRemove={remove} onLeave={close} />
  ) : null
}
