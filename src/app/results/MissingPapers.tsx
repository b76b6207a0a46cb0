import { lazyComponent } from '../shell/lazyComponent.tsx'
import { isIncomplete, useCorpus } from '../state/corpus.ts'

const IncompleteNote = lazyComponent(() =>
  import('./IncompleteNote.tsx').then(({ IncompleteNote }) => IncompleteNote),
)

/** What is missing of the corpus, where anything is. */
export const MissingPapers = () => useCorpus(isIncomplete) && <IncompleteNote />
