import type { CitationFormat } from '#core/cite/formats.ts'
import type { Digests } from '#core/digests.ts'
import type {
  FacetRequest,
  FilePart,
  PaperAnswer,
  RelatedPaper,
  SearchEngine,
  SearchRequest,
  SearchResponse,
} from '#core/engine.ts'
import type { FacetCount } from '#core/facets.ts'
import type { Guide } from '#core/guide.ts'
import type { Answer, Call, ToPage, ToWorker } from '#core/messages.ts'
import type { NearMiss } from '#core/nearMisses.ts'
import type { Reason } from '#core/reasons.ts'
import type { Suggestion, SuggestRequest } from '#core/suggest/suggestion.ts'
import type { ThemeTrends } from '#core/themeTrends.ts'
import workerUrl from '#worker/search.ts?worker&url'
import type { Listener } from '../state/corpus.ts'
import { scriptUrl } from './trusted.ts'

type Pending = { resolve: (answer: Answer) => void; reject: (error: Error) => void }

/** The search engine in a worker of its own, which begins when it is told to. */
export class WorkerEngine implements SearchEngine {
  readonly #corpus: string
  readonly #listener: Listener
  #worker: Worker | undefined
  /** What was asked before it began. */
  readonly #waiting: ToWorker[] = []
  readonly #pending = new Map<number, Pending>()
  #calls = 0
  /** Why the worker answers nothing any more. */
  #failure: Error | undefined

  constructor(corpus: string, listener: Listener) {
    this.#corpus = corpus
    this.#listener = listener
  }

  /** Starts the worker, which takes much of what a slow processor has. */
  start(): void {
    let worker: Worker
    try {
      worker = new Worker(scriptUrl(workerUrl), { type: 'module' })
    } catch (error) {
      this.#fail((error as Error).message)
      return
    }
    const { corpus: onCorpus, failed } = this.#listener
    worker.onmessage = ({ data }: MessageEvent<ToPage>) => {
      if (data.type === 'corpus') onCorpus(data.corpus)
      else if (data.type === 'failed') failed(data.reason)
      else if (data.type === 'answer') this.#settle(data.number)?.resolve(data.answer)
      else this.#settle(data.number)?.reject(new Error(data.reason))
    }
    worker.onerror = event => {
      event.preventDefault()
      this.#fail(event.message || 'The search worker could not start')
    }
    this.#worker = worker
    this.#post({ type: 'open', corpus: this.#corpus })
    for (const message of this.#waiting.splice(0)) this.#post(message)
  }

  #fail(reason: string): void {
    this.#failure = new Error(reason)
    this.#listener.failed(reason)
    for (const number of [...this.#pending.keys()]) this.#settle(number)?.reject(this.#failure)
  }

  #post(message: ToWorker): void {
    if (this.#worker) this.#worker.postMessage(message)
    else this.#waiting.push(message)
  }

  #settle(number: number): Pending | undefined {
    const pending = this.#pending.get(number)
    this.#pending.delete(number)
    return pending
  }

  #call<T extends Answer>(call: Call, signal?: AbortSignal): Promise<T> {
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted()
      if (this.#failure) throw this.#failure
      const number = this.#calls++
      this.#pending.set(number, { resolve: resolve as Pending['resolve'], reject })
      signal?.addEventListener('abort', () => {
        if (!this.#settle(number)) return
        this.#post({ type: 'abort', number })
        reject(signal.reason)
      })
      this.#post({ type: 'call', number, call })
    })
  }

  search(request: SearchRequest, signal?: AbortSignal): Promise<SearchResponse> {
    return this.#call({ method: 'search', request }, signal)
  }

  explain(ids: readonly string[], q: string, signal?: AbortSignal): Promise<Reason[][]> {
    return this.#call({ method: 'explain', ids, q }, signal)
  }

  paper(id: string, within: Pick<SearchRequest, 'q' | 'sort'>, signal?: AbortSignal): Promise<PaperAnswer> {
    return this.#call({ method: 'paper', id, within }, signal)
  }

  found(request: Pick<SearchRequest, 'q' | 'sort'>, signal?: AbortSignal): Promise<string[]> {
    return this.#call({ method: 'found', request }, signal)
  }

  cite(
    ids: readonly string[],
    format: CitationFormat,
    part: FilePart,
    signal?: AbortSignal,
  ): Promise<string> {
    return this.#call({ method: 'cite', ids, format, part }, signal)
  }

  related(id: string, signal?: AbortSignal): Promise<RelatedPaper[]> {
    return this.#call({ method: 'related', id }, signal)
  }

  suggest(request: SuggestRequest, signal?: AbortSignal): Promise<Suggestion[]> {
    return this.#call({ method: 'suggest', request }, signal)
  }

  findFacet(request: FacetRequest, signal?: AbortSignal): Promise<FacetCount[]> {
    return this.#call({ method: 'findFacet', request }, signal)
  }

  themes(signal?: AbortSignal): Promise<ThemeTrends> {
    return this.#call({ method: 'themes' }, signal)
  }

  digests(signal?: AbortSignal): Promise<Digests> {
    return this.#call({ method: 'digests' }, signal)
  }

  guide(signal?: AbortSignal): Promise<Guide> {
    return this.#call({ method: 'guide' }, signal)
  }

  nearMisses(theme: string, signal?: AbortSignal): Promise<NearMiss[]> {
    return this.#call({ method: 'nearMisses', theme }, signal)
  }
}
