import { useCorpusState } from '../state/corpus.ts'
import * as texts from './texts.ts'

/** How much of the corpus is searched while the rest is loading. */
export function Searching() {
  const corpus = useCorpusState()
  return corpus ? texts.searching(corpus.loadedPapers, corpus.papers) : null
}
