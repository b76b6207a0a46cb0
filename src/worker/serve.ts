import * as z from 'zod/mini'
import type { Signal } from '#core/engine/engine.ts'
import type { LocalEngine } from '#core/engine/localEngine.ts'
import type { Answer, Arrived, Call, CorpusState, ToPage, ToWorker } from '#core/engine/protocol.ts'
import { rehearse } from '#core/engine/warmUp.ts'
import { Opening } from './opening.ts'

// Validators made by `new Function` are against the site's policy.
z.config({ jitless: true })

/** Where the page is heard and answered: a worker, or one end of a channel within the page. */
export interface Port {
  postMessage(message: ToPage): void
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** Lets messages that have arrived be handled first, so that a call given up meanwhile is not answered. */
const pause = (): Promise<void> => new Promise(resolve => setTimeout(resolve))

function answer(local: LocalEngine, call: Call, signal: Signal): Promise<Answer> {
  switch (call.method) {
    case 'search':
      return local.search(call.request, signal)
    case 'suggest':
      return local.suggest(call.request, signal)
    case 'findFacet':
      return local.findFacet(call.request, signal)
    case 'explain':
      return local.explain(call.ids, call.q, signal)
    case 'found':
      return local.found(call.request, signal)
    case 'cite':
      return local.cite(call.ids, call.format, call.part, signal)
    case 'paper':
      return local.paper(call.id, call.within, signal)
    case 'related':
      return local.related(call.id, signal)
    case 'themes':
      return local.themes(signal)
    case 'digests':
      return local.digests(signal)
    case 'guide':
      return local.guide(signal)
    case 'nearMisses':
      return local.nearMisses(call.theme, signal)
    default:
      return call satisfies never
  }
}

/** The engine, once it can answer; refused, once it cannot be had. */
class Awaited {
  #settle: { resolve: (engine: LocalEngine) => void; reject: (reason: unknown) => void } | undefined
  engine: Promise<LocalEngine>

  constructor() {
    this.engine = this.#wait()
  }

  #wait(): Promise<LocalEngine> {
    const engine = new Promise<LocalEngine>((resolve, reject) => {
      this.#settle = { resolve, reject }
    })
    // Each call reports the failure for itself.
    engine.catch(() => undefined)
    return engine
  }

  take(engine: LocalEngine): void {
    this.#settle?.resolve(engine)
    this.engine = Promise.resolve(engine)
    this.#settle = undefined
  }

  refuse(reason: unknown): void {
    this.#settle?.reject(reason)
  }

  /** Lets calls wait again, unless there is an engine already. */
  renew(): void {
    if (this.#settle) this.engine = this.#wait()
  }
}

/**
 * Opens a corpus and answers calls, as the page asks.
 *
 * @param most only so many papers are opened, the newest, and nothing is done ahead: others need the thread
 */
export function serve(port: Port, most?: number): void {
  const post = (message: ToPage): void => port.postMessage(message)
  const calls = new Map<number, AbortController>()
  const awaited = new Awaited()
  let opening: Opening | undefined
  /** One thing after the other. */
  let work = Promise.resolve()

  const open = async (begin: () => Promise<void> | undefined) => {
    try {
      await begin()
    } catch (error) {
      post({ type: 'failed', reason: reasonOf(error) })
      awaited.refuse(error)
    }
  }

  const told = {
    corpus: (corpus: CorpusState) => post({ type: 'corpus', corpus }),
    arrived: (arrived: Arrived) => post({ type: 'arrived', arrived }),
    ready: (engine: LocalEngine) => awaited.take(engine),
  }

  port.onmessage = async ({ data }) => {
    if (data.type === 'ping') post({ type: 'pong', isOpen: opening !== undefined })
    else if (data.type === 'open') {
      opening = new Opening(new URL(data.corpus), told, { most })
      work = open(() => opening?.open())
      await work
      if (most === undefined)
        await awaited.engine.then(engine => rehearse(engine, pause)).catch(() => undefined)
    } else if (data.type === 'again') {
      work = work.then(() => {
        awaited.renew()
        return open(() => opening?.again())
      })
    } else if (data.type === 'abort') calls.get(data.number)?.abort()
    else {
      const { number, call } = data
      const controller = new AbortController()
      calls.set(number, controller)
      try {
        const local = await awaited.engine
        await pause()
        post({ type: 'answer', number, answer: await answer(local, call, controller.signal) })
      } catch (error) {
        post({ type: 'error', number, reason: reasonOf(error) })
      } finally {
        calls.delete(number)
      }
    }
  }
  post({ type: 'started' })
}
