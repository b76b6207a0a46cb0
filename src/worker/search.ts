import * as z from 'zod/mini'
import type { Signal } from '#core/engine.ts'
import type { LocalEngine } from '#core/localEngine.ts'
import type { Answer, Call, CorpusState, ToPage, ToWorker } from '#core/messages.ts'
import { rehearse } from '#core/rehearse.ts'
import { openCorpus } from './open.ts'

// Validators made by `new Function` are against the site's policy.
z.config({ jitless: true })

const post = (message: ToPage): void => self.postMessage(message)
const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

const calls = new Map<number, AbortController>()

/** Settled once the engine can answer, or cannot be had. */
let opened: (engine: LocalEngine) => void
let refused: (reason: unknown) => void
const engine = new Promise<LocalEngine>((resolve, reject) => {
  opened = resolve
  refused = reject
})
// Each call reports the failure for itself.
engine.catch(() => undefined)

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

self.onmessage = async ({ data }: MessageEvent<ToWorker>) => {
  if (data.type === 'open') {
    const progress = { corpus: (corpus: CorpusState) => post({ type: 'corpus', corpus }), ready: opened }
    try {
      await openCorpus(new URL(data.corpus), progress)
      await rehearse(await engine, pause)
    } catch (error) {
      post({ type: 'failed', reason: reasonOf(error) })
      refused(error)
    }
  } else if (data.type === 'abort') {
    calls.get(data.number)?.abort()
  } else {
    const { number, call } = data
    const controller = new AbortController()
    calls.set(number, controller)
    try {
      const local = await engine
      await pause()
      post({ type: 'answer', number, answer: await answer(local, call, controller.signal) })
    } catch (error) {
      post({ type: 'error', number, reason: reasonOf(error) })
    } finally {
      calls.delete(number)
    }
  }
}
