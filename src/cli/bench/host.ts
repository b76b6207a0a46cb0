import { performance } from 'node:perf_hooks'
import { setImmediate } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { type Document, readDocuments } from '../shared/collections.ts'
import type { Index, Setup } from './engine.ts'
import { ENGINES } from './engines.ts'
import type { Answer, Job, Message } from './job.ts'

/** The child process that one engine is measured in. Messages are sent as soon as something is known. */

/** Answers are reported together for this long at most: a message for each would disturb the measuring. */
const REPORT_EVERY_MS = 250

/** Waits until the message is on its way: whoever is ended at the cap must not take answers along. */
const report = (message: Message): Promise<void> =>
  new Promise((resolve, reject) => {
    process.send?.(message, undefined, {}, error => (error ? reject(error) : resolve()))
  })

/** Garbage is collected so often: buffers outlive their last use by some turns. */
const COLLECTIONS = 4

/** Bytes in use on the heap and in buffers beside it, without garbage. */
async function bytesInUse(): Promise<number> {
  for (let round = 0; round < COLLECTIONS; round++) {
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

async function build(setup: Setup): Promise<Index> {
  const before = await bytesInUse()
  const { result: index, ms } = await timed(() => setup.build())
  await report({ kind: 'built', buildMs: ms, heapMB: ((await bytesInUse()) - before) / 1e6 })
  return index
}

/** Each file is compressed for itself, as hosts do. */
async function persist(setup: Setup, index: Index): Promise<void> {
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

async function rehearse(index: Index): Promise<void> {
  if (!index.rehearse) return
  const { ms } = await timed(() => index.rehearse?.())
  await report({ kind: 'rehearsed', rehearseMs: ms })
}

async function answer(index: Index, texts: readonly string[], depth: number): Promise<void> {
  let answers: Answer[] = []
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

/** Held to the end, else what an engine frees of its input would count as memory won. */
const held: Document[] = []

async function hold({ documents, papers }: Job): Promise<void> {
  const { items } = await readDocuments(documents)
  for (const document of items.slice(0, papers)) held.push(document)
}

async function run(job: Job): Promise<void> {
  const { engine, persisted, texts, depth } = job
  await hold(job)
  const setup = await ENGINES[engine].setUp(held)
  await report({ kind: 'ready' })
  const index = await build(setup)
  if (persisted) await persist(setup, index)
  await rehearse(index)
  await answer(index, texts, depth)
  process.disconnect()
}

// Whoever asked is gone, or everything is said.
process.once('disconnect', () => process.exit())
process.once('message', (job: Job) => void run(job))
