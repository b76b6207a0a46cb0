import type { Theme } from '#core/papers/theme.ts'
import { CopyButton } from '../ui/CopyButton.tsx'
import * as texts from './texts.ts'

interface Props {
  entry: Theme
  flaw?: string
}

/** How to make a query a theme, which has a feed. */
export function NewTheme({ entry, flaw }: Props) {
  if (flaw !== undefined)
    return (
      <>
        <p className="mt-1 text-soft">{texts.noTheme}</p>
        <p className="mt-3 text-warn wrap-anywhere">{flaw}</p>
      </>
    )
  const text = JSON.stringify(entry, null, 2)
  return (
    <>
      <p className="mt-1 text-soft">
        {texts.noThemeYet} <code className="font-mono text-[0.9em]">data/themes.json</code>
        {texts.thenBuild}
      </p>
      <textarea
        aria-label={texts.record}
        readOnly
        dir="auto"
        spellCheck={false}
        value={text}
        rows={8}
        className="mt-4 block w-full resize-y border border-edge bg-sheet p-3 font-mono text-xs text-ink"
      />
      <div className="mt-3">
        <CopyButton label={texts.copyRecord} text={() => text} />
      </div>
    </>
  )
}
