import { formatNumber } from '#core/text/numbers.ts'
import { useCorpusState } from '../state/corpus.ts'

/** How much of the corpus is searched while the rest is loading. */
export function Searching() {
  const corpus = useCorpusState()
  if (!corpus) return null
  return (
    <>
      searching {formatNumber(corpus.loadedPapers)} of {formatNumber(corpus.papers)} papers…
    </>
  )
}
