import { create } from 'zustand'
import { type CorpusState, type LoadProgress, settledSegments } from '#core/engine/corpusState.ts'
import type { SearchEngine } from '#core/engine/engine.ts'
import { type InitialData, useInitialData } from './initialData.ts'
import { paced } from './paced.ts'

/** The corpus as the page knows it: what there is, and what has been loaded. */
type Store = (
  | { status: 'loading' }
  | { status: 'ready'; corpus: CorpusState }
  | { status: 'failed'; reason: string }
) & {
  engine: SearchEngine | undefined
  /** Loads what failed to load. */
  retry: (() => void) | undefined
  /** How much has come of what is being loaded, where that takes long. */
  progress?: LoadProgress
}

/** An engine, and how to load what it failed to load, where anything can. */
interface OpenEngine {
  engine: SearchEngine
  retry?: () => void
}

export const useCorpus = create<Store>(() => ({
  status: 'loading',
  engine: undefined,
  retry: undefined,
}))

/** Called while an engine opens a corpus. */
export interface CorpusListener {
  onCorpus: (corpus: CorpusState) => void
  onProgress: (progress: LoadProgress) => void
  onFailure: (reason: string) => void
}

/**
 * Makes the engine known.
 *
 * @param open makes it, given the address of the corpus
 */
export function openCorpus<E extends OpenEngine>(
  base: string,
  open: (corpus: string, listener: CorpusListener) => E,
): E {
  const corpus = new URL('corpus/', new URL(base, location.href)).href
  const opened = open(corpus, {
    onCorpus: paced(showCorpus, mayNotWait, PACE_MS),
    onProgress: progress => useCorpus.setState({ progress }),
    onFailure: failCorpus,
  })
  useCorpus.setState({ engine: opened.engine, retry: () => opened.retry?.() })
  return opened
}

export const showCorpus = (corpus: CorpusState): void => useCorpus.setState({ status: 'ready', corpus })

const failCorpus = (reason: string): void => useCorpus.setState({ status: 'failed', reason })

/** Each state shown makes the page ask anew, so those in between the first papers and the last are shown in batches. */
const PACE_MS = 300
const mayNotWait = (corpus: CorpusState): boolean =>
  corpus.loadedSegments <= 1 || settledSegments(corpus) === corpus.segments

/** Whether anything of the corpus could not be had, or only that of an earlier visit. */
const isShort = (store: Store): boolean =>
  store.status === 'failed' ||
  (store.status === 'ready' &&
    (store.corpus.missing.length > 0 ||
      store.corpus.lexiconReason !== undefined ||
      store.corpus.newest !== undefined ||
      store.corpus.kept !== undefined))

/** Has loaded what could not be had. */
export function loadAgain(): void {
  const store = useCorpus.getState()
  if (!isShort(store)) return
  if (store.status === 'failed') useCorpus.setState({ status: 'loading' })
  store.retry?.()
}

/** The engine is opened before anything is rendered, and stays: a subscription would render hydrated pages again. */
export const useSearchEngine = (): SearchEngine | undefined => useCorpus.getState().engine

/** What is known of the corpus, as soon as anything is. */
export const stateOf = (store: Store): CorpusState | undefined =>
  store.status === 'ready' ? store.corpus : undefined

export const useCorpusState = (): CorpusState | undefined => useCorpus(stateOf)

/** How many papers there are, and the newest digest, as soon as anything is known. */
export function useCorpusFacts(): InitialData['corpus'] | undefined {
  const first = useInitialData()
  return useCorpusState() ?? first?.corpus
}

/** Changes with the papers that the engine answers from. */
export const useCorpusVersion = (): string =>
  useCorpus(store => {
    if (store.status !== 'ready') return ''
    const { loadedSegments, missing, lexiconReason, kept } = store.corpus
    return [loadedSegments, missing.length, lexiconReason === undefined, kept].join()
  })
