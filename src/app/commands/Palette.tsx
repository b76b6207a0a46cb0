import { Command, defaultFilter } from 'cmdk'
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { spacedWords } from '#core/text/text.ts'
import { announce } from '../ui/Announcer.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import * as texts from './texts.ts'

/** How long typing has to rest before the number of choices is announced. */
const ANNOUNCE_DEBOUNCE_MS = 700

export interface PaletteItem {
  id: string
  name: string
  group: string
  /** Further words that it is found by. */
  words?: string
  before?: ReactNode
  behind?: ReactNode
  act: () => void
  /** Runs on Alt with Enter. */
  actWithAlt?: () => void
}

interface Props {
  title: string
  placeholder: string
  choices: readonly PaletteItem[]
  /** How to use the list. */
  hint?: ReactNode
  /** Shown instead of an empty list. */
  empty: string
  /** Called after closing, before the chosen act. */
  onClose: () => void
}

/** Minimum score: nearly every name has the letters further apart. */
const MIN_SCORE = 0.1
/** Minimum share of the best score. */
const MIN_SHARE_OF_BEST = 0.25

function scoreOf({ name, group, words = '' }: PaletteItem, sought: string): number {
  const score = defaultFilter(name, sought, [group])
  if (score >= MIN_SCORE) return score
  return spacedWords(words).includes(spacedWords(sought)) ? MIN_SCORE : 0
}

/**
 * Choices whose names have the typed letters, even apart, the best first; then those with matching further words. All, in
 * their own order, while nothing is typed.
 */
export function fitting(choices: readonly PaletteItem[], typed: string): readonly PaletteItem[] {
  const sought = typed.trim()
  if (sought === '') return choices
  const scored = choices
    .map(choice => ({ choice, score: scoreOf(choice, sought) }))
    .sort((a, b) => b.score - a.score)
  const best = scored[0]?.score ?? 0
  return scored
    .filter(({ score }) => score > 0 && (score === MIN_SCORE || score >= best * MIN_SHARE_OF_BEST))
    .map(({ choice }) => choice)
}

/** A list to type into: letters narrow it, Enter runs the chosen act once the page has the focus again. */
export function Palette({ title, placeholder, choices, hint, empty, onClose }: Props) {
  const [typed, setTyped] = useState('')
  const input = useRef<HTMLInputElement>(null)
  const chosen = useRef<() => void>(undefined)
  const shown = fitting(choices, typed)
  const groups = typed.trim() === '' ? [...new Set(shown.map(({ group }) => group))] : [undefined]
  const close = () => input.current?.closest('dialog')?.close()
  const choose = (act: () => void) => {
    chosen.current = act
    close()
  }
  useLayoutEffect(() => input.current?.focus(), [])
  const { length } = shown
  useEffect(() => {
    const timer = setTimeout(() => announce(texts.choices(length)), ANNOUNCE_DEBOUNCE_MS)
    return () => clearTimeout(timer)
  }, [length])
  return (
    <Dialog
      title={title}
      onClose={() => {
        onClose()
        chosen.current?.()
      }}
    >
      <Command
        label={title}
        loop
        // `fitting` filters and sorts: cmdk would reorder the DOM behind React's back.
        shouldFilter={false}
        vimBindings={false}
        onKeyDown={event => {
          const active = event.currentTarget
            .querySelector('[aria-selected="true"]')
            ?.getAttribute('data-value')
          const act = shown.find(({ id }) => id === active)?.actWithAlt
          if (event.key === 'Enter' && event.altKey && act) choose(act)
          else if (event.key === 'k' && (event.ctrlKey || event.metaKey)) close()
          else return
          event.preventDefault()
        }}
      >
        <Command.Input
          ref={input}
          dir="auto"
          value={typed}
          onValueChange={setTyped}
          placeholder={placeholder}
          className="mt-2 h-11 w-full border-b border-edge bg-transparent font-serif text-lg placeholder:text-soft placeholder:italic focus:border-ink"
        />
        <Command.List label={title} className="mt-2 h-[min(26rem,55dvh)] overflow-y-auto overscroll-contain">
          {groups.map(group => (
            <Command.Group
              key={group ?? ''}
              heading={group}
              className="[&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:pt-3 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-soft"
            >
              {shown
                .filter(choice => group === undefined || choice.group === group)
                .map(choice => (
                  <Command.Item
                    key={choice.id}
                    value={choice.id}
                    onSelect={() => choose(choice.act)}
                    className="flex min-h-9 cursor-pointer items-center gap-3 border-l-3 border-transparent py-1 pr-3 pl-2.25 text-sm aria-selected:border-link aria-selected:bg-sheet pointer-coarse:min-h-11"
                  >
                    {choice.before}
                    <span className="min-w-0 grow wrap-anywhere">
                      <bdi>{choice.name}</bdi>
                      {group === undefined && (
                        <span className="text-soft max-sm:hidden"> · {choice.group}</span>
                      )}
                    </span>
                    {choice.behind}
                  </Command.Item>
                ))}
            </Command.Group>
          ))}
          {length === 0 && <p className="px-3 py-4 text-sm text-soft">{empty}</p>}
        </Command.List>
      </Command>
      {hint && <p className="mt-3 text-xs text-soft pointer-coarse:hidden">{hint}</p>}
    </Dialog>
  )
}
