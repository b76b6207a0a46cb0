import { type ReactNode, useId, useRef } from 'react'

interface Props<Name extends string> {
  label: string
  tabs: Readonly<Record<Name, string>>
  chosen: Name
  onChoose: (name: Name) => void
  /** Content of the chosen tab. */
  children: ReactNode
}

/** Index of the tab that a key leads to, round the ends; undefined for other keys. */
function targetOf(key: string, from: number, count: number): number | undefined {
  if (key === 'ArrowRight') return (from + 1) % count
  if (key === 'ArrowLeft') return (from + count - 1) % count
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : undefined
}

/** Tabs as the ARIA practices have them: one stop for the Tab key, arrows choose. */
export function Tabs<Name extends string>({ label, tabs, chosen, onChoose, children }: Props<Name>) {
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const names = Object.keys(tabs) as Name[]
  const idOf = (name: Name): string => `${id}-${name}`
  return (
    <>
      <div
        ref={list}
        role="tablist"
        aria-label={label}
        className="mt-4 flex flex-wrap gap-x-1 border-b border-rule text-sm sm:gap-x-5"
      >
        {names.map((name, at) => (
          <button
            key={name}
            id={idOf(name)}
            type="button"
            role="tab"
            aria-selected={name === chosen}
            aria-controls={`${id}-panel`}
            tabIndex={name === chosen ? 0 : -1}
            className="target -mb-px border-b-2 border-transparent text-soft hover:text-ink aria-selected:border-ink aria-selected:font-semibold aria-selected:text-ink"
            onClick={() => onChoose(name)}
            onKeyDown={event => {
              const target = targetOf(event.key, at, names.length)
              const next = target === undefined ? undefined : names[target]
              if (next === undefined) return
              event.preventDefault()
              onChoose(next)
              document.getElementById(idOf(next))?.focus()
            }}
          >
            {tabs[name]}
          </button>
        ))}
      </div>
      <div id={`${id}-panel`} role="tabpanel" aria-labelledby={idOf(chosen)}>
        {children}
      </div>
    </>
  )
}
