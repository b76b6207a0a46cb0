import { create } from 'zustand'
import { type CorpusState, type LoadProgress, settledSegments } from '#core/engine/corpusState.ts'
import type { SearchEngine } from '#core/engine/engine.ts'
import { type InitialData, useInitialData } from './initialData.ts'
import { throttle } from './throttle.ts'

/** The corpus as far as the page knows it. */
type CorpusStore = (
  | { status: 'loading' }
  | { status: 'ready'; corpus: CorpusState }
  | { status: 'failed'; reason: string }
) & {
  engine: SearchEngine | undefined
  /** Loads what failed to load. */
  retry: (() => void) | undefined
  /** Progress of loading, where it takes long. */
  progress?: LoadProgress
}

/** An engine, and how to load what it failed to load, where anything can. */
interface OpenEngine {
  engine: SearchEngine
  retry?: () => void
}

export const useCorpus = create<CorpusStore>(() => ({
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

/** @param open creates an engine for the address of a corpus */
export function openCorpus<E extends OpenEngine>(
  base: string,
  open: (corpus: string, listener: CorpusListener) => E,
): E {
  const corpus = new URL('corpus/', new URL(base, location.href)).href
  const opened = open(corpus, {
    onCorpus: throttle(showCorpus, isUrgent, CORPUS_THROTTLE_MS),
    onProgress: progress => useCorpus.setState({ progress }),
    onFailure: failCorpus,
  })
  useCorpus.setState({ engine: opened.engine, retry: () => opened.retry?.() })
  return opened
}

export const showCorpus = (corpus: CorpusState): void => useCorpus.setState({ status: 'ready', corpus })

const failCorpus = (reason: string): void => useCorpus.setState({ status: 'failed', reason })

/** Each state shown makes the page call the engine again: those between the first papers and the last come less often. */
const CORPUS_THROTTLE_MS = 300
const isUrgent = (corpus: CorpusState): boolean =>
  corpus.loadedSegments <= 1 || settledSegments(corpus) === corpus.segments

/** Whether there are papers, and some or their index could not be loaded. */
export function isIncomplete(store: CorpusStore): boolean {
  const { missing = [], lexiconReason, newest } = knownCorpus(store) ?? {}
  return missing.length > 0 || lexiconReason !== undefined || newest !== undefined
}

/** Loads what could not be loaded before, and the newest papers where those of an earlier visit are shown. */
export function retryLoading(): void {
  const store = useCorpus.getState()
  const isFailed = store.status === 'failed'
  if (!isFailed && !isIncomplete(store) && knownCorpus(store)?.kept === undefined) return
  if (isFailed) useCorpus.setState({ status: 'loading' })
  store.retry?.()
}

/** The engine is opened before anything is rendered, and stays: a subscription would render hydrated pages again. */
export const useSearchEngine = (): SearchEngine | undefined => useCorpus.getState().engine

/** The state of the corpus once it is known. */
export const knownCorpus = (store: CorpusStore): CorpusState | undefined =>
  store.status === 'ready' ? store.corpus : undefined

export const useCorpusState = (): CorpusState | undefined => useCorpus(knownCorpus)

/** The number of papers and the newest digest, once they are known. */
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
