import { useCorpus } from '../state/corpus.ts'
import * as texts from './texts.ts'

/** How much of the corpus has been received, where that takes long. */
export function LoadingPapers() {
  const progress = useCorpus(store => store.progress)
  return progress ? texts.received(progress.bytes, progress.ofBytes) : null
}
