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
import { useComboboxState, useListening } from './useCombobox.ts'
import { useSuggestions } from './useSuggestions.ts'

/** How long the list has to rest before it is told of: the papers found are said before. */
const PAUSE_MS = 1_000

interface Props {
  /** The search box. */
  input: HTMLInputElement
  /** False once a search was begun, until the box is used again. */
  isWanted: boolean
  draft: string
  onDraft: (draft: string) => void
  /** Searches for a query at once. */
  onQuery: (q: string) => void
  /** What the box has to tell of the list to screen readers. */
  onPopup: (attributes: AriaAttributes) => void
}

/** The list under the search box: how to go on from what is being typed, or how to begin. */
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
    announce(`Removed ${option.query}`)
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
    const words = `${length} ${length === 1 ? 'suggestion' : 'suggestions'}`
    const timer = setTimeout(() => announce(words), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [length])

  return isShown ? (
    <Popup input={input} options={options} active={at} onChoose={choose} onRemove={remove} onLeave={close} />
  ) : null
}
