import { formatPeriod } from '#core/text/periods.ts'
import { useCorpusState } from '../state/corpus.ts'
import * as texts from './noteTexts.ts'
import { TryAgain } from './TryAgain.tsx'

/** Names the parts of the corpus that could not be loaded, and why: their papers exist, but are not searched. */
export function IncompleteNote() {
  const { missing = [], reason, lexiconReason, newest } = useCorpusState() ?? {}
  const lacks = [
    newest !== undefined && texts.newestOnly(newest),
    missing.length > 0 && texts.missing(missing.map(formatPeriod), reason),
    lexiconReason !== undefined && texts.noCorrections(lexiconReason),
  ].filter(lack => lack !== false)
  return (
    <p className="mt-4 border-l-3 border-warn pl-3 text-sm text-soft wrap-anywhere">
      {lacks.join(' ')} <TryAgain />
    </p>
  )
}
