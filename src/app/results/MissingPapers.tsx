import { lazyComponent } from '../shell/lazyComponent.tsx'
import { isIncomplete, useCorpus } from '../state/corpus.ts'

const IncompleteNote = lazyComponent(() =>
  import('./IncompleteNote.tsx').then(({ IncompleteNote }) => IncompleteNote),
)

/** Loads the note about missing parts of the corpus when parts are missing. */
export const MissingPapers = () => useCorpus(isIncomplete) && <IncompleteNote />
