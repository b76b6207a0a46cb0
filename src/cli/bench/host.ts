import { performance } from 'node:perf_hooks'
import { setImmediate } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { type CollectionDocument, readDocuments } from '../shared/collections.ts'
import type { BenchIndex, EngineSetup } from './engine.ts'
import { ENGINES } from './engines.ts'
import type { EngineJob, HostMessage, TimedAnswer } from './job.ts'

/** The child process that measures one engine, and reports each figure at once. */

/** Answers are reported in batches: a message for each would disturb the measurement. */
const REPORT_EVERY_MS = 250

/** Waits until the message is sent, so that answers survive the kill at the time limit. */
const report = (message: HostMessage): Promise<void> =>
  new Promise((resolve, reject) => {
    process.send?.(message, undefined, {}, error => (error ? reject(error) : resolve()))
  })

/** Buffers outlive their last use by some turns of the event loop. */
const GC_ROUNDS = 4

/** Bytes in use on the heap and in external buffers, without garbage. */
async function bytesInUse(): Promise<number> {
  for (let round = 0; round < GC_ROUNDS; round++) {
    globalThis.gc?.()
    await setImmediate()
  }
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

async function timed<T>(action: () => T | Promise<T>): Promise<{ result: T; ms: number }> {
  const start = performance.now()
  const result = await action()
  return { result, ms: performance.now() - start }
}

async function build(setup: EngineSetup): Promise<BenchIndex> {
  const before = await bytesInUse()
  const { result: index, ms } = await timed(() => setup.build())
  await report({ kind: 'built', buildMs: ms, heapMB: ((await bytesInUse()) - before) / 1e6 })
  return index
}

/** Each file is compressed by itself, as hosts do. */
async function persist(setup: EngineSetup, index: BenchIndex): Promise<void> {
  const files = await index.save?.()
  if (!files || !setup.load) return
  const { ms } = await timed(() => setup.load?.(files))
  const sum = (sizes: number[]): number => sizes.reduce((total, size) => total + size, 0)
  await report({
    kind: 'persisted',
    indexBytes: sum(files.map(file => file.byteLength)),
    indexGzipBytes: sum(files.map(file => gzipSync(file).byteLength)),
    loadMs: ms,
  })
}

async function warmUp(index: BenchIndex): Promise<void> {
  if (!index.warmUp) return
  const { ms } = await timed(() => index.warmUp?.())
  await report({ kind: 'warmedUp', warmUpMs: ms })
}

async function answer(index: BenchIndex, texts: readonly string[], depth: number): Promise<void> {
  let answers: TimedAnswer[] = []
  let reported = performance.now()
  for (const text of texts) {
    const { result: ids, ms } = await timed(() => index.find(text, depth))
    answers.push({ ids: [...ids], ms })
    if (performance.now() - reported < REPORT_EVERY_MS) continue
    await report({ kind: 'answers', answers })
    answers = []
    reported = performance.now()
  }
  await report({ kind: 'answers', answers })
}

/** Referenced to the end: otherwise input that an engine frees would count as memory gained. */
const held: CollectionDocument[] = []

async function hold({ documents, papers }: EngineJob): Promise<void> {
  const { items } = await readDocuments(documents)
  for (const document of items.slice(0, papers)) held.push(document)
}

async function run(job: EngineJob): Promise<void> {
  const { engine, persisted, texts, depth } = job
  await hold(job)
  const setup = await ENGINES[engine].setUp(held)
  await report({ kind: 'ready' })
  const index = await build(setup)
  if (persisted) await persist(setup, index)
  await warmUp(index)
  await answer(index, texts, depth)
  process.disconnect()
}

// The parent has ended, or all is reported.
process.once('disconnect', () => process.exit())
process.once('message', (job: EngineJob) => void run(job))
