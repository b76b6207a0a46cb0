import { grouped } from '#core/text/numbers.ts'
import { useCorpusState } from '../state/corpus.ts'

/** How much of the corpus is searched while the rest is loading. */
export function Searching() {
  const corpus = useCorpusState()
  if (!corpus) return null
  return (
    <>
      searching {grouped(corpus.loadedPapers)} of {grouped(corpus.papers)} papers…
    </>
  )
}
