import { beforeEach, expect, test, vi } from 'vitest'
import { SearchWorker } from '#app/io/engine.ts'
import type { SearchEngine } from '#core/engine/engine.ts'
import type { ToPage, ToWorker } from '#core/engine/protocol.ts'

/** A worker that does what the test has it do, and remembers what it was told. */
class Puppet {
  static all: Puppet[] = []
  static refuses = false
  readonly told: ToWorker[] = []
  isTerminated = false
  onmessage: (event: { data: ToPage }) => void = () => {}
  onerror: (event: { preventDefault: () => void; message: string }) => void = () => {}
  onmessageerror: () => void = () => {}

  constructor() {
    if (Puppet.refuses) throw new Error('no workers today')
    Puppet.all.push(this)
  }
  postMessage(message: ToWorker): void {
    this.told.push(message)
  }
  terminate(): void {
    this.isTerminated = true
  }
  say(data: ToPage): void {
    this.onmessage({ data })
  }
  break(): void {
    this.onerror({ preventDefault: () => undefined, message: 'out of memory' })
  }
  /** The numbers of what it was asked. */
  get asked(): number[] {
    return this.told.flatMap(message => (message.type === 'call' ? [message.number] : []))
  }
}

let failures: string[]
let worker: SearchWorker
let engine: SearchEngine

const settled = <T>(promise: Promise<T>) =>
  promise.then(
    value => value,
    (error: Error) => error.message,
  )

beforeEach(() => {
  Puppet.all = []
  Puppet.refuses = false
  failures = []
  vi.stubGlobal('Worker', Puppet)
  worker = new SearchWorker('http://papers.example/corpus/', {
    onCorpus: () => undefined,
    onProgress: () => undefined,
    onFailure: reason => failures.push(reason),
  })
  engine = worker.engine
})

const [at0, at1, at2] = [0, 1, 2].map(at => () => Puppet.all[at] as Puppet) as [
  () => Puppet,
  () => Puppet,
  () => Puppet,
]

test('what was asked before the worker begins is asked then', async () => {
  const digests = engine.digests({})
  worker.start()
  expect(at0().told.map(({ type }) => type)).toEqual(['open', 'call'])
  at0().say({ type: 'answer', number: 0, answer: [] })
  expect(await digests).toEqual([])
})

test.each(['break', 'onmessageerror'] as const)(
  'a worker that dies (%s) is replaced, and asked anew what is not answered or given up [row 70]',
  async how => {
    worker.start()
    const controller = new AbortController()
    const answered = engine.examples({})
    const givenUp = settled(engine.themes({}, controller.signal))
    const open = engine.digests({})
    at0().say({ type: 'answer', number: 0, answer: [] })
    controller.abort()
    at0()[how]()
    expect(at0().isTerminated).toBe(true)
    expect(Puppet.all).toHaveLength(2)
    expect(at1().told[0]?.type).toBe('open')
    expect(at1().asked).toEqual([2])
    // Whatever the first says after its end is not heard.
    at0().say({ type: 'error', number: 2, reason: 'late' })
    at0().break()
    at1().say({ type: 'answer', number: 2, answer: ['from the second'] })
    expect(await open).toEqual(['from the second'])
    await Promise.all([answered, givenUp])
    expect(failures).toEqual([])
  },
)

test('a worker that is silent for long is asked for a sign of life, and replaced if it gives none [row 70]', () => {
  vi.useFakeTimers()
  worker.start()
  at0().say({ type: 'started' })
  void engine.digests({})
  vi.advanceTimersByTime(9_999)
  expect(at0().told.at(-1)?.type).toBe('call')
  vi.advanceTimersByTime(1)
  expect(at0().told.at(-1)?.type).toBe('ping')
  at0().say({ type: 'pong', isOpen: true })
  vi.advanceTimersByTime(19_999)
  expect(Puppet.all).toHaveLength(1)
  vi.advanceTimersByTime(1)
  expect(at0().isTerminated).toBe(true)
  expect(at1().asked).toEqual([0])
})

test('a worker that lives but was never told of the corpus is replaced at once [row 70]', async () => {
  worker.start()
  const digests = engine.digests({})
  at0().say({ type: 'pong', isOpen: false })
  expect(at0().isTerminated).toBe(true)
  expect(at1().told.map(({ type }) => type)).toEqual(['open', 'call'])
  at1().say({ type: 'answer', number: 0, answer: [] })
  expect(await digests).toEqual([])
  expect(failures).toEqual([])
})

test('a worker has time to come, and one that nobody asks is let alone [row 70]', () => {
  vi.useFakeTimers()
  worker.start()
  vi.advanceTimersByTime(1_000_000)
  expect(at0().told.map(({ type }) => type)).toEqual(['open'])
  void engine.digests({})
  vi.advanceTimersByTime(59_999)
  expect(Puppet.all).toHaveLength(1)
  vi.advanceTimersByTime(1)
  expect(Puppet.all).toHaveLength(2)
  at1().say({ type: 'answer', number: 0, answer: [] })
  vi.advanceTimersByTime(1_000_000)
  expect(at1().told.map(({ type }) => type)).toEqual(['open', 'call'])
})

test('what is asked late is watched as what is asked early [row 70]', () => {
  vi.useFakeTimers()
  worker.start()
  at0().say({ type: 'started' })
  vi.advanceTimersByTime(60_000)
  void engine.digests({})
  vi.advanceTimersByTime(20_000)
  expect(Puppet.all).toHaveLength(2)
})

/** A corpus without papers: what is asked of it is answered all the same. */
function serveNoPapers(): void {
  const file = { file: 'lexicon.json', bytes: 0, sha256: '' }
  const manifest = { version: 3, papers: 0, themes: [], lexicon: file, segments: [] }
  vi.stubGlobal('fetch', async ({ pathname }: URL) =>
    pathname.endsWith('manifest.json')
      ? new Response(JSON.stringify(manifest))
      : new Response('', { status: 404 }),
  )
}

test('after the second death of a worker the page answers by itself [row 70]', async () => {
  serveNoPapers()
  worker.start()
  const digests = engine.digests({})
  at0().break()
  at1().break()
  expect(await digests).toMatchObject({ days: [] })
  expect(await engine.examples({})).toBeTruthy()
  expect([at0().isTerminated, at1().isTerminated, Puppet.all.length]).toEqual([true, true, 2])
  expect(failures).toEqual([])
  // Until it is told to try a worker once more.
  worker.retry()
  void engine.digests({})
  expect(at2().told.map(({ type }) => type)).toEqual(['open', 'call'])
})

test('where workers may not begin, the page answers by itself at once [row 70]', async () => {
  serveNoPapers()
  Puppet.refuses = true
  worker.start()
  expect(await engine.digests({})).toMatchObject({ days: [] })
})

test('where there is no going on without a worker either, that is said, and it can be begun again [row 70]', async () => {
  vi.stubGlobal(
    'MessageChannel',
    class {
      constructor() {
        throw new Error('no channels today')
      }
    },
  )
  const before = settled(engine.digests({}))
  worker.start()
  at0().break()
  at1().break()
  const reason = 'the search could not start (no channels today)'
  expect(await before).toBe(reason)
  expect(await settled(engine.digests({}))).toBe(reason)
  expect(failures).toEqual([reason])
  worker.retry()
  const digests = engine.digests({})
  expect(at2().told.map(({ type }) => type)).toEqual(['open', 'call'])
  at2().say({ type: 'answer', number: at2().asked[0] as number, answer: [] })
  expect(await digests).toEqual([])
})

test('a worker that lives loads again what could not be had [row 59]', () => {
  worker.start()
  worker.retry()
  expect(at0().told.map(({ type }) => type)).toEqual(['open', 'retry'])
})
