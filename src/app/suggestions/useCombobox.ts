import { useEffect, useEffectEvent, useState } from 'react'
import { optionKey, type SuggestionOption } from './options.ts'

interface Combobox {
  isOpen: boolean
  /** Position of the caret when last read. */
  caret: number
  /** The key of the option that Enter would choose. */
  active: string | undefined
}

const caretOf = (input: HTMLInputElement): number => input.selectionStart ?? input.value.length

/** The state of a list under a text box. It starts open if wanted and the box has the focus. */
export function useComboboxState(input: HTMLInputElement, isWanted: boolean) {
  return useState<Combobox>(() => ({
    isOpen: isWanted && document.activeElement === input,
    caret: caretOf(input),
    active: undefined,
  }))
}

interface Listening {
  input: HTMLInputElement
  options: readonly SuggestionOption[]
  state: Combobox
  set: (change: (state: Combobox) => Combobox) => void
  choose: (option: SuggestionOption) => void
  /** Removes an option, and returns whether it is removable. */
  remove: (option: SuggestionOption) => boolean
}

/**
 * The keys and clicks of the combobox pattern (ARIA Authoring Practices Guide, editable combobox with list
 * autocomplete). The listeners are on the box itself, so that they run before the page's: keys that the list handles do
 * not reach the form.
 */
export function useListening({ input, options, state, set, choose, remove }: Listening): void {
  const isShown = state.isOpen && options.length > 0
  const current = options.findIndex(option => optionKey(option) === state.active)
  const close = () => set(state => ({ ...state, isOpen: false, active: undefined }))
  const open = () => set(() => ({ isOpen: true, caret: caretOf(input), active: undefined }))

  const move = (step: 1 | -1) => {
    // Before the first and after the last option, the text itself is active.
    const next = current === -1 && step === -1 ? options.length - 1 : current + step
    const option = options[next]
    set(state => ({ ...state, active: option && optionKey(option) }))
  }

  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    // 229: a key of an input method, in browsers that have ended composing already.
    if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey) return
    const active = isShown ? options[current] : undefined
    const done = () => {
      event.preventDefault()
      event.stopPropagation()
    }
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp':
        done()
        if (isShown) move(event.key === 'ArrowDown' ? 1 : -1)
        else open()
        break
      case 'Enter':
        if (active) {
          done()
          choose(active)
        } else close()
        break
      case 'Escape':
        if (isShown) done()
        close()
        break
      case 'Delete':
        if (active && remove(active)) done()
        break
      case 'Tab':
        close()
        break
      case 'ArrowLeft':
      case 'ArrowRight':
      case 'Home':
      case 'End':
        // The text is being edited again.
        set(state => ({ ...state, active: undefined }))
    }
  })
  const onKeyUp = useEffectEvent(({ key, isComposing }: KeyboardEvent) => {
    if (isComposing) return
    if (key === 'Tab' && input.value === '') open()
    const isMoving = ['ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(key)
    if (isMoving && state.isOpen && caretOf(input) !== state.caret) open()
  })
  const onOpen = useEffectEvent(open)
  const onClose = useEffectEvent(close)

  useEffect(() => {
    const opened = () => onOpen()
    const typed = ({ target }: Event) => {
      if (target === input) onOpen()
    }
    const closed = () => onClose()
    const keyDown = (event: KeyboardEvent) => onKeyDown(event)
    const keyUp = (event: KeyboardEvent) => onKeyUp(event)
    input.addEventListener('click', opened)
    // On the document, after React: rendering the box before would restore the former text.
    document.addEventListener('input', typed)
    input.addEventListener('keydown', keyDown)
    input.addEventListener('keyup', keyUp)
    input.addEventListener('blur', closed)
    // Back puts another text into the box.
    window.addEventListener('popstate', closed)
    return () => {
      input.removeEventListener('click', opened)
      document.removeEventListener('input', typed)
      input.removeEventListener('keydown', keyDown)
      input.removeEventListener('keyup', keyUp)
      input.removeEventListener('blur', closed)
      window.removeEventListener('popstate', closed)
    }
  }, [input])
}
