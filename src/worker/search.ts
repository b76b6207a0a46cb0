import * as z from 'zod/mini'
import type { Signal } from '#core/engine.ts'
import { LocalEngine } from '#core/localEngine.ts'
import type { Call, CorpusState, ToPage, ToWorker } from '#core/messages.ts'
import { loadManifest, loadSegment } from './load.ts'

// Validators made by `new Function` are against the site's policy.
z.config({ jitless: true })

const post = (message: ToPage): void => self.postMessage(message)
const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

const calls = new Map<number, AbortController>()

/** Settled once the engine can answer: after the first segment that arrived, or after none did. */
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

async function open(corpus: URL): Promise<void> {
  const manifest = await loadManifest(corpus)
  const { papers, newestDigest, themes, segments } = manifest
  const local = new LocalEngine(manifest, () => performance.now())
  const state: CorpusState = {
    papers,
    ...(newestDigest === undefined ? {} : { newestDigest }),
    themes,
    loadedSegments: 0,
    segments: segments.length,
    missing: [],
  }
  post({ type: 'corpus', corpus: state })
  for (const segment of segments) {
    try {
      local.addSegment(await loadSegment(corpus, segment))
      state.loadedSegments++
      opened(local)
    } catch {
      // The page tells which month is missing; all others still answer.
      state.missing.push(segment.month)
    }
    post({ type: 'corpus', corpus: state })
  }
  opened(local)
}

const answer = (local: LocalEngine, call: Call, signal: Signal) =>
  call.method === 'search' ? local.search(call.request, signal) : local.paper(call.id, call.within, signal)

self.onmessage = async ({ data }: MessageEvent<ToWorker>) => {
  if (data.type === 'open') {
    await open(new URL(data.corpus)).catch(error => {
      post({ type: 'failed', reason: reasonOf(error) })
      refused(error)
    })
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
