import { periodInWords } from '#core/periods.ts'
import { useCorpusState } from '../state/corpus.ts'
import { ReloadButton } from '../ui/ReloadButton.tsx'

/** Says which parts of the corpus could not be loaded, so that nobody takes their papers for non-existent. */
export function MissingPapers() {
  const missing = useCorpusState()?.missing ?? []
  if (missing.length === 0) return null
  return (
    <p className="mt-4 border-l-3 border-warn pl-3 text-sm text-soft">
      Papers are missing here: {missing.map(periodInWords).join(', ')} could not be loaded. <ReloadButton />
    </p>
  )
}
