import * as z from 'zod/mini'
import type { CorpusState, LoadProgress } from '#core/engine/corpusState.ts'
import type { SearchEngine } from '#core/engine/engine.ts'
import type { LoadedCorpus } from '#core/engine/loadedCorpus.ts'
import { localEngine } from '#core/engine/localEngine.ts'
import type { ToPage, ToWorker } from '#core/engine/protocol.ts'
import { engineServer } from '#core/engine/server.ts'
import { warmUp } from '#core/engine/warmUp.ts'
import { errorMessage } from '#core/text/errorMessage.ts'
import { CorpusOpener } from './corpusOpener.ts'

// Validators made by `new Function` are against the site's policy.
z.config({ jitless: true })

/** The page: a worker's global scope, or one end of a channel within the page. */
export interface PagePort {
  postMessage(message: ToPage): void
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null
}

/** Lets messages that have arrived be handled first, so that a call aborted meanwhile is not answered. */
const pause = (): Promise<void> => new Promise(resolve => setTimeout(resolve))

/** The corpus, once calls can be answered from it; rejected, once it cannot be opened. */
class AwaitedCorpus {
  #settle: { resolve: (corpus: LoadedCorpus) => void; reject: (reason: unknown) => void } | undefined
  corpus: Promise<LoadedCorpus>

  constructor() {
    this.corpus = this.#wait()
  }

  #wait(): Promise<LoadedCorpus> {
    const corpus = new Promise<LoadedCorpus>((resolve, reject) => {
      this.#settle = { resolve, reject }
    })
    // Each call reports the failure for itself.
    corpus.catch(() => undefined)
    return corpus
  }

  resolve(corpus: LoadedCorpus): void {
    this.#settle?.resolve(corpus)
    this.corpus = Promise.resolve(corpus)
    this.#settle = undefined
  }

  reject(reason: unknown): void {
    this.#settle?.reject(reason)
  }

  /** Lets calls wait again, unless there is a corpus already. */
  renew(): void {
    if (this.#settle) this.corpus = this.#wait()
  }
}

/**
 * Opens a corpus and answers calls, as the page asks.
 *
 * @param maxPapers only this many papers are opened, the newest, and nothing is warmed up: the page needs the thread
 */
export function serve(port: PagePort, maxPapers?: number): void {
  const post = (message: ToPage): void => port.postMessage(message)
  const awaited = new AwaitedCorpus()
  let opener: CorpusOpener | undefined
  /** Openings and retries run one after the other. */
  let work = Promise.resolve()

  const open = async (begin: () => Promise<void> | undefined) => {
    try {
      await begin()
    } catch (error) {
      post({ type: 'failed', reason: errorMessage(error) })
      awaited.reject(error)
    }
  }

  const engine = async (): Promise<SearchEngine> => {
    const corpus = await awaited.corpus
    await pause()
    return localEngine(corpus)
  }
  const answer = engineServer(engine, post)

  const listener = {
    onCorpus: (corpus: CorpusState) => post({ type: 'corpus', corpus }),
    onProgress: (progress: LoadProgress) => post({ type: 'progress', progress }),
    onReady: (corpus: LoadedCorpus) => awaited.resolve(corpus),
  }

  port.onmessage = async ({ data }) => {
    switch (data.type) {
      case 'ping':
        return post({ type: 'pong', isOpen: opener !== undefined })
      case 'open':
        opener = new CorpusOpener(new URL(data.corpus), listener, { maxPapers })
        work = open(() => opener?.open())
        await work
        if (maxPapers === undefined)
          await awaited.corpus
            .then(corpus => warmUp(corpus, localEngine(corpus), pause))
            .catch(() => undefined)
        return
      case 'retry':
        work = work.then(() => {
          awaited.renew()
          return open(() => opener?.retry())
        })
        return
      default:
        return answer(data)
    }
  }
  post({ type: 'started' })
}
