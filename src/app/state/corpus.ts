import { create } from 'zustand'
import type { SearchEngine } from '#core/engine.ts'
import type { CorpusPaper } from '#core/manifest.ts'
import type { CorpusState } from '#core/messages.ts'
import { WorkerEngine } from '../io/engine.ts'

/** The corpus as the page knows it: what there is, what has been loaded, the papers received so far. */
type Store = (
  | { status: 'loading' }
  | { status: 'ready'; corpus: CorpusState }
  | { status: 'failed'; reason: string }
) & { engine: SearchEngine | undefined; papers: ReadonlyMap<string, CorpusPaper> }

export const useCorpus = create<Store>(() => ({ status: 'loading', engine: undefined, papers: new Map() }))

/** Starts the engine, or a given one in its place. */
export function openCorpus(base: string, open = openWorker): void {
  const engine = open(new URL('corpus/', new URL(base, location.href)).href)
  useCorpus.setState({ engine })
}

export const showCorpus = (corpus: CorpusState): void => useCorpus.setState({ status: 'ready', corpus })

const failCorpus = (reason: string): void => useCorpus.setState({ status: 'failed', reason })

const openWorker = (corpus: string): SearchEngine =>
  new WorkerEngine(corpus, { corpus: showCorpus, failed: failCorpus })

/** Remembers papers that came with an answer, so that opening one needs no second question. */
export function rememberPapers(received: readonly CorpusPaper[]): void {
  useCorpus.setState(({ papers }) => ({
    papers: new Map([...papers, ...received.map(paper => [paper.id, paper] as const)]),
  }))
}

/** What is known of the corpus, as soon as anything is. */
export const useCorpusState = (): CorpusState | undefined =>
  useCorpus(store => (store.status === 'ready' ? store.corpus : undefined))
