import type { CitationFormat } from '#core/cite/formats.ts'
import type {
  FacetRequest,
  FilePart,
  PaperAnswer,
  RelatedPaper,
  SearchEngine,
  SearchRequest,
  SearchResponse,
} from '#core/engine/engine.ts'
import type { Guide } from '#core/engine/examples.ts'
import type { Answer, Call, ToPage, ToWorker } from '#core/engine/protocol.ts'
import type { Digests } from '#core/papers/digests.ts'
import type { FacetCount } from '#core/search/facets.ts'
import type { Reason } from '#core/search/reasons.ts'
import { SERVE_EVENT } from '#core/site/events.ts'
import type { Suggestion, SuggestRequest } from '#core/suggest/suggestion.ts'
import type { NearMiss } from '#core/themes/nearMisses.ts'
import type { ThemeTrends } from '#core/themes/themeTrends.ts'
import workerUrl from '#worker/search.ts?worker&url'
import type { Listener } from '../state/corpus.ts'
import { scriptUrl } from './trusted.ts'

type Pending = { call: Call; resolve: (answer: Answer) => void; reject: (error: Error) => void }

/** A worker, or what answers in its place. */
interface Port {
  postMessage(message: ToWorker): void
  onmessage: ((event: MessageEvent<ToPage>) => void) | null
}

/** The newest papers that are searched where workers do not last: they are searched where pages are drawn. */
const NEWEST = 500
/** So long a worker may be silent before it is asked whether it lives, and as long again before it is given up. */
const SILENCE_MS = 10_000
/** Before it has said anything, it has to come first. */
const START_MS = 30_000

/**
 * The search engine in a worker of its own, which begins when it is told to. A worker that dies is replaced by another, and
 * what it was asked is asked again. Where that dies too, the newest papers are searched without one.
 */
export class WorkerEngine implements SearchEngine {
  readonly #corpus: string
  readonly #listener: Listener
  #port: Port | undefined
  /** How often a worker has died. */
  #deaths = 0
  #silence = START_MS
  #timer: ReturnType<typeof setTimeout> | undefined
  readonly #pending = new Map<number, Pending>()
  #calls = 0
  /** Why nothing is answered any more. */
  #failure: Error | undefined

  constructor(corpus: string, listener: Listener) {
    this.#corpus = corpus
    this.#listener = listener
  }

  /** Starts the worker, which takes much of what a slow processor has. */
  start(): void {
    this.#failure = undefined
    this.#silence = START_MS
    let worker: Worker
    try {
      worker = new Worker(scriptUrl(workerUrl), { type: 'module' })
    } catch {
      void this.#goOnHere()
      return
    }
    const die = () => {
      if (this.#port === worker) this.#die(worker)
    }
    worker.onerror = event => {
      event.preventDefault()
      die()
    }
    worker.onmessageerror = die
    this.#connect(worker)
  }

  /** Loads what could not be had, if need be by another worker. */
  again(): void {
    if (this.#deaths < 2 && this.#port) this.#port.postMessage({ type: 'again' })
    else {
      this.#deaths = 0
      this.start()
    }
  }

  #connect(port: Port): void {
    const { corpus: onCorpus, arrived, failed } = this.#listener
    port.onmessage = ({ data }) => {
      if (this.#port !== port) return
      // It lives, but does not know of the corpus: it will never answer.
      if (data.type === 'pong' && !data.isOpen && port instanceof Worker) return this.#die(port)
      if (data.type === 'corpus') onCorpus(data.corpus)
      else if (data.type === 'arrived') arrived(data.arrived)
      else if (data.type === 'failed') failed(data.reason)
      else if (data.type === 'answer') this.#settle(data.number)?.resolve(data.answer)
      else if (data.type === 'error') this.#settle(data.number)?.reject(new Error(data.reason))
      this.#silence = SILENCE_MS
      this.#watch()
    }
    this.#port = port
    this.#post({ type: 'open', corpus: this.#corpus })
    for (const [number, { call }] of this.#pending) this.#post({ type: 'call', number, call })
    this.#watch()
  }

  /** Asks a worker for a sign of life that has been silent for long though something was asked, and gives it up if none comes. */
  #watch(): void {
    clearTimeout(this.#timer)
    const port = this.#port
    if (this.#pending.size === 0 || !(port instanceof Worker)) return
    this.#timer = setTimeout(() => {
      this.#post({ type: 'ping' })
      this.#timer = setTimeout(() => this.#die(port), this.#silence)
    }, this.#silence)
  }

  #die(worker: Worker): void {
    clearTimeout(this.#timer)
    worker.terminate()
    this.#port = undefined
    if (++this.#deaths < 2) this.start()
    else void this.#goOnHere()
  }

  async #goOnHere(): Promise<void> {
    this.#deaths = 2
    try {
      // The same script, told by an event: parts of it that the page has too would make the first page larger.
      await import(/* @vite-ignore */ workerUrl)
      // Meanwhile it may have been told to begin again.
      if (this.#deaths < 2) return
      const { port1, port2 } = new MessageChannel()
      dispatchEvent(new CustomEvent(SERVE_EVENT, { detail: { port: port1, most: NEWEST } }))
      this.#connect(port2)
    } catch (error) {
      this.#fail(`the search could not start (${(error as Error).message})`)
    }
  }

  #fail(reason: string): void {
    this.#failure = new Error(reason)
    this.#listener.failed(reason)
    for (const number of [...this.#pending.keys()]) this.#settle(number)?.reject(this.#failure)
  }

  #post(message: ToWorker): void {
    this.#port?.postMessage(message)
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
      this.#pending.set(number, { call, resolve: resolve as Pending['resolve'], reject })
      signal?.addEventListener('abort', () => {
        if (!this.#settle(number)) return
        this.#post({ type: 'abort', number })
        reject(signal.reason)
      })
      this.#post({ type: 'call', number, call })
      if (this.#pending.size === 1) this.#watch()
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
