import type { Theme } from '#core/papers/theme.ts'
import { CopyButton } from '../ui/CopyButton.tsx'

interface Props {
  entry: Theme
  flaw?: string
}

/** How a query becomes a theme, which has a feed. */
export function NewTheme({ entry, flaw }: Props) {
  if (flaw !== undefined)
    return (
      <>
        <p className="mt-1 text-soft">Feeds are made for themes, and this search cannot be one.</p>
        <p className="mt-3 text-warn wrap-anywhere">{flaw}</p>
      </>
    )
  const text = JSON.stringify(entry, null, 2)
  return (
    <>
      <p className="mt-1 text-soft">
        Feeds are made for themes, and no theme is exactly this search. Whoever runs the site can make it one:
        put this record into the list in <code className="font-mono text-[0.9em]">data/themes.json</code>,
        give it a name and a group of your own, and build the site again. A theme takes papers word for word,
        so it may find fewer than the search.
      </p>
      <textarea
        aria-label="Record of the theme"
        readOnly
        dir="auto"
        spellCheck={false}
        value={text}
        rows={8}
        className="mt-4 block w-full resize-y border border-edge bg-sheet p-3 font-mono text-xs text-ink"
      />
      <div className="mt-3">
        <CopyButton label="Copy the record" text={() => text} />
      </div>
    </>
  )
}
