import { formatPeriod } from '#core/text/periods.ts'
import { useCorpusState } from '../state/corpus.ts'
import { TryAgain } from './TryAgain.tsx'

/** Names the parts of the corpus that could not be loaded, and why: their papers exist, but are not searched. */
export function IncompleteNote() {
  const { missing = [], reason, lexiconReason, newest } = useCorpusState() ?? {}
  const since = (why: string | undefined) => (why === undefined ? '.' : `, since ${why}.`)
  const lacks = [
    newest !== undefined &&
      `Searching the newest ${newest} papers only: what searches all of them does not keep running.`,
    missing.length > 0 &&
      `Papers are missing here: ${missing.map(formatPeriod).join(', ')} could not be loaded${since(reason)}`,
    lexiconReason !== undefined && `Typing errors are not corrected${since(lexiconReason)}`,
  ].filter(lack => lack !== false)
  return (
    <p className="mt-4 border-l-3 border-warn pl-3 text-sm text-soft wrap-anywhere">
      {lacks.join(' ')} <TryAgain />
    </p>
  )
}
