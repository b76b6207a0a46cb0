import { X } from 'lucide-react'
import { useEffect, useEffectEvent, useRef } from 'react'
import { OptionRow } from './OptionRow.tsx'
import { groupOptions, optionKey, type SuggestionOption } from './options.ts'
import * as texts from './texts.ts'
import { useAvailableHeight } from './useAvailableHeight.ts'

interface Props {
  input: HTMLInputElement
  options: readonly SuggestionOption[]
  /** Index of the option that Enter would choose; -1 for none. */
  active: number
  onChoose: (option: SuggestionOption) => void
  onRemove: (option: SuggestionOption) => void
  /** A press outside the list. */
  onLeave: () => void
}

/** The options under headings. Buttons that remove recent queries lie beside them: an option itself can hold no button. */
export function Popup({ input, options, active, onChoose, onRemove, onLeave }: Props) {
  const popup = useRef<HTMLDivElement>(null)
  const removers = useRef<HTMLDivElement>(null)
  const room = useAvailableHeight(input, true)
  useEffect(() => {
    popup.current?.querySelector(`#suggestion-${active}`)?.scrollIntoView({ block: 'nearest' })
  }, [active])
  const onPress = useEffectEvent(({ target }: Event) => {
    if (target !== input && !popup.current?.contains(target as Node)) onLeave()
  })
  useEffect(() => {
    const pressed = (event: Event) => onPress(event)
    document.addEventListener('pointerdown', pressed)
    return () => document.removeEventListener('pointerdown', pressed)
  }, [])
  const recent = options.filter(option => option.kind === 'recent')
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only keeps the focus in the box
    <div
      ref={popup}
      onMouseDown={event => event.preventDefault()}
      className="absolute inset-x-0 top-full z-20 mt-1 overflow-hidden border border-edge bg-paper"
    >
      <div
        id="suggestions"
        role="listbox"
        aria-label={texts.suggestions}
        style={room === undefined ? undefined : { maxHeight: room }}
        onScroll={({ currentTarget }) => {
          // The buttons are outside the list, so they scroll along.
          if (removers.current) removers.current.style.translate = `0 ${-currentTarget.scrollTop}px`
        }}
        className="max-h-112 overflow-y-auto overscroll-contain pb-2"
      >
        {groupOptions(options).map(({ label, options: inGroup }) => (
          // biome-ignore lint/a11y/useSemanticElements: a listbox cannot hold a fieldset
          <div key={label} role="group" aria-label={label}>
            <p aria-hidden="true" className="flex h-8 items-end px-3 pb-1 text-xs text-soft">
              {label}
            </p>
            {inGroup.map(option => {
              const at = options.indexOf(option)
              return (
                // biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useKeyWithClickEvents: the box has the focus and the keys
                <div
                  key={optionKey(option)}
                  id={`suggestion-${at}`}
                  role="option"
                  aria-selected={at === active}
                  onClick={() => onChoose(option)}
                  className="flex min-h-9 cursor-pointer items-center gap-3 border-l-3 border-transparent py-1 pr-3 pl-2.25 text-sm hover:bg-sheet aria-selected:border-link aria-selected:bg-sheet pointer-coarse:min-h-11"
                >
                  <OptionRow option={option} />
                </div>
              )
            })}
          </div>
        ))}
      </div>
      {recent.length > 0 && (
        // biome-ignore lint/a11y/useSemanticElements: buttons beside a list, not fields of a form
        <div ref={removers} role="group" aria-label={texts.removeRecent} className="absolute top-8 right-4">
          {recent.map(option => (
            <button
              key={option.query}
              type="button"
              tabIndex={-1}
              aria-label={texts.remove(option.query)}
              onClick={() => onRemove(option)}
              className="grid h-9 w-9 place-items-center text-soft hover:text-ink pointer-coarse:h-11 pointer-coarse:w-11"
            >
              <X size={14} aria-hidden="true" />
            </button>
          ))}
        </div>
      )}
    </div>
  )
}
