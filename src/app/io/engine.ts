import { EngineClient } from '#core/engine/client.ts'
import type { ToPage } from '#core/engine/protocol.ts'
import { SERVE_EVENT } from '#core/site/events.ts'
import workerUrl from '#worker/search.ts?worker&url'
import type { CorpusListener } from '../state/corpus.ts'
import { scriptUrl } from './trusted.ts'

/** A worker, or the end of a channel to what answers instead. */
interface WorkerPort {
  postMessage(message: unknown): void
  onmessage: ((event: MessageEvent<ToPage>) => void) | null
}

/** Number of papers that are searched where workers keep dying: the newest, on the thread that renders pages. */
const MAX_PAPERS_HERE = 500
/** A worker silent for this long is asked whether it is alive, and is given up after as long again. */
const SILENCE_MS = 10_000
/** Replaces it until the first message, since the worker's script has to be loaded. */
const START_MS = 30_000
/** A worker that dies is replaced; after this many deaths, the page searches on its own. */
const MAX_DEATHS = 2

/** The search engine in a worker. Calls survive the death of a worker: they are sent to the one that replaces it. */
export class SearchWorker {
  readonly #client = new EngineClient(message => {
    this.#post(message)
    if (message.type === 'call' && this.#client.pending === 1) this.#watch()
  })
  readonly engine = this.#client.engine
  readonly #corpus: string
  readonly #listener: CorpusListener
  #port: WorkerPort | undefined
  #deaths = 0
  #silence = START_MS
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(corpus: string, listener: CorpusListener) {
    this.#corpus = corpus
    this.#listener = listener
  }

  /** Starts the worker, which takes much of what a slow processor has. */
  start(): void {
    this.#client.recover()
    this.#silence = START_MS
    let worker: Worker
    try {
      worker = new Worker(scriptUrl(workerUrl), { type: 'module' })
    } catch {
      void this.#searchHere()
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

  /** Loads what failed to load, if need be with another worker. */
  retry(): void {
    if (this.#deaths < MAX_DEATHS && this.#port) this.#post({ type: 'retry' })
    else {
      this.#deaths = 0
      this.start()
    }
  }

  #connect(port: WorkerPort): void {
    port.onmessage = ({ data }) => {
      if (this.#port === port) this.#receive(data, port)
    }
    this.#port = port
    this.#post({ type: 'open', corpus: this.#corpus })
    this.#client.resend()
    this.#watch()
  }

  #receive(message: ToPage, port: WorkerPort): void {
    const { onCorpus, onProgress, onFailure } = this.#listener
    // A worker that is alive but was never told of the corpus will never answer.
    if (message.type === 'pong' && !message.isOpen && port instanceof Worker) {
      this.#die(port)
      return
    }
    if (message.type === 'corpus') onCorpus(message.corpus)
    else if (message.type === 'progress') onProgress(message.progress)
    else if (message.type === 'failed') onFailure(message.reason)
    else if (message.type === 'answer' || message.type === 'error') this.#client.receive(message)
    this.#silence = SILENCE_MS
    this.#watch()
  }

  /** While calls are pending, asks a silent worker for a sign of life, and gives it up if none comes. */
  #watch(): void {
    clearTimeout(this.#timer)
    const port = this.#port
    if (this.#client.pending === 0 || !(port instanceof Worker)) return
    this.#timer = setTimeout(() => {
      this.#post({ type: 'ping' })
      this.#timer = setTimeout(() => this.#die(port), this.#silence)
    }, this.#silence)
  }

  #die(worker: Worker): void {
    clearTimeout(this.#timer)
    worker.terminate()
    this.#port = undefined
    if (++this.#deaths < MAX_DEATHS) this.start()
    else void this.#searchHere()
  }

  async #searchHere(): Promise<void> {
    this.#deaths = MAX_DEATHS
    try {
      // The worker's script is told by an event: modules shared with the page would make the first page larger.
      await import(/* @vite-ignore */ workerUrl)
      // Meanwhile another worker may have been started.
      if (this.#deaths < MAX_DEATHS) return
      const { port1, port2 } = new MessageChannel()
      dispatchEvent(new CustomEvent(SERVE_EVENT, { detail: { port: port1, maxPapers: MAX_PAPERS_HERE } }))
      this.#connect(port2)
    } catch (error) {
      const reason = `the search could not start (${(error as Error).message})`
      this.#listener.onFailure(reason)
      this.#client.fail(new Error(reason))
    }
  }

  #post(message: unknown): void {
    this.#port?.postMessage(message)
  }
}
