import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { CDPSession, Page, Request } from '@playwright/test'
import type { Figures } from './report.ts'

/** Runs in the page; as text, since what compiles this file would put calls of its own into a function. */
export const WATCH = `
  const marks = (window.marks = {})
  new MutationObserver(() => {
    if (document.documentElement.hasAttribute('data-elsewhere')) return
    if (document.querySelector('[role=combobox]')) marks.box ??= performance.now()
    if (document.querySelector('main article')) marks.papers ??= performance.now()
    const count = document.querySelector('#count')?.textContent
    if (/\\d ms$/.test(count ?? '')) marks.complete ??= performance.now()
  }).observe(document, { childList: true, subtree: true, characterData: true })
`
export type Marks = Record<'box' | 'papers' | 'complete', number>

export const marksOf = (page: Page): Promise<Marks> => page.evaluate('marks')

interface HeapUsage {
  usedSize: number
  backingStorageSize?: number
}
const megabytes = ({ usedSize, backingStorageSize = 0 }: HeapUsage): number =>
  (usedSize + backingStorageSize) / 1e6

/** Sends a command to a worker of the page and waits for its answer. */
function askWorker(session: CDPSession, sessionId: string, method: string): Promise<HeapUsage> {
  const id = Math.floor(Math.random() * 1e9)
  return new Promise((resolve, reject) => {
    session.on('Target.receivedMessageFromTarget', ({ message }) => {
      const answer = JSON.parse(message)
      if (answer.id === id) resolve(answer.result)
    })
    session
      .send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method }) })
      .catch(reject)
  })
}

async function heapsOf(page: Page): Promise<{ pageMB: number; workerMB: number }> {
  const session = await page.context().newCDPSession(page)
  const attached = new Promise<string>(resolve => {
    session.on('Target.attachedToTarget', ({ sessionId }) => resolve(sessionId))
  })
  await session.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  })
  const worker = await attached
  await session.send('HeapProfiler.collectGarbage')
  await askWorker(session, worker, 'HeapProfiler.collectGarbage')
  return {
    pageMB: megabytes(await session.send('Runtime.getHeapUsage')),
    workerMB: megabytes(await askWorker(session, worker, 'Runtime.getHeapUsage')),
  }
}

const pathOf = (request: Request): string => new URL(request.url()).pathname
const startOf = (request: Request): number => request.timing().startTime
const endOf = (request: Request): number => startOf(request) + request.timing().responseEnd

/** The files of the corpus that were asked for before those of the first papers had come. */
function firstFiles(finished: readonly Request[], dist: string): string[] {
  const { segments } = JSON.parse(readFileSync(join(dist, 'corpus/manifest.json'), 'utf8'))
  const newest: string[] = [segments[0].papers.file, segments[0].index.file]
  const come = Math.max(
    ...finished.filter(request => newest.some(file => pathOf(request).endsWith(file))).map(endOf),
  )
  return finished.filter(request => startOf(request) < come).map(pathOf)
}

/** What opening a search costs, from an empty cache. */
export async function opening(page: Page, address: string, dist: string): Promise<Figures> {
  const finished: Request[] = []
  page.on('requestfinished', request => {
    if (pathOf(request).includes('/corpus/')) finished.push(request)
  })
  await page.addInitScript(WATCH)
  // The front page comes with its papers, a search is answered by the engine.
  await page.goto(`${address}?q=reasoning`)
  await page.waitForFunction(() => 'complete' in ((window as { marks?: object }).marks ?? {}), undefined, {
    timeout: 300_000,
  })
  const { box, papers, complete } = await marksOf(page)
  const sizes = firstFiles(finished, dist).map(path => gzipSync(readFileSync(join(dist, path))).byteLength)
  const firstKB = sizes.reduce((sum, size) => sum + size, 0) / 1000
  // What is rehearsed in the worker is garbage by then.
  await page.waitForTimeout(1_000)
  return { box, papers, complete, firstKB, ...(await heapsOf(page)) }
}
