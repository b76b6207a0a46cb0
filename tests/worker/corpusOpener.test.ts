import { createHash } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { CorpusState, LoadProgress } from '#core/engine/corpusState.ts'
import type { SearchEngine } from '#core/engine/engine.ts'
import type { LoadedCorpus } from '#core/engine/loadedCorpus.ts'
import { localEngine } from '#core/engine/localEngine.ts'
import { buildSegment } from '#core/index/segment.ts'
import { packWords } from '#core/index/wordList.ts'
import { CorpusOpener, FIRST_PAPERS_DELAY_MS } from '#worker/corpusOpener.ts'
import { paperWith } from '../fixtures/paper.ts'
import { FakeCache } from './fakeCache.ts'

const corpus = new URL('https://papers.example/corpus/')
const MONTHS = ['2025-12', '2025-11', '2025-10']

const paperOf = (month: string) => paperWith({ id: `of-${month}`, title: `Verifiable ${month}` })

const LEXICON = JSON.stringify({
  version: 3,
  ...packWords([{ word: 'verifiable', level: 3 }]),
  acronyms: [],
  joins: '',
})

const zipped = (bytes: ArrayBuffer): ArrayBuffer => new Uint8Array(gzipSync(new Uint8Array(bytes))).buffer
const unzipped = (bytes: ArrayBuffer): ArrayBuffer => new Uint8Array(gunzipSync(new Uint8Array(bytes))).buffer

/** The files of the corpus by name. */
const files = new Map<string, string | ArrayBuffer>([
  ['lexicon.json', LEXICON],
  ...MONTHS.flatMap(month => [
    [`${month}.json`, JSON.stringify({ version: 1, papers: [paperOf(month)] })] as const,
    [`${month}.idx`, zipped(buildSegment([paperOf(month)]))] as const,
  ]),
])

function entryOf(file: string) {
  const content = Buffer.from(files.get(file) as ArrayBuffer)
  return { file, bytes: content.byteLength, sha256: createHash('sha256').update(content).digest('hex') }
}

const manifest = {
  version: 3,
  papers: MONTHS.length,
  themes: [],
  lexicon: entryOf('lexicon.json'),
  segments: MONTHS.map(month => ({
    period: month,
    count: 1,
    papers: entryOf(`${month}.json`),
    index: entryOf(`${month}.idx`),
  })),
}

/** A host that has lost some files. */
function hostWithout(...lost: string[]): void {
  vi.stubGlobal('fetch', async ({ pathname }: URL) => {
    const file = pathname.slice('/corpus/'.length)
    if (file === 'manifest.json') return new Response(JSON.stringify(manifest))
    return lost.includes(file) ? new Response('', { status: 404 }) : new Response(files.get(file) as string)
  })
}

beforeEach(() => {
  vi.stubGlobal('navigator', { onLine: true })
  // Nobody waits, but nobody loses patience either.
  vi.stubGlobal('setTimeout', (after: () => void, ms = 0) => {
    if (ms < 10_000) queueMicrotask(after)
  })
})
afterEach(() => vi.unstubAllGlobals())

/** A corpus that is opened, with what was told of it. */
class Opened {
  readonly states: CorpusState[] = []
  readonly corpora = new Set<LoadedCorpus>()
  readonly progress: LoadProgress[] = []
  engine: SearchEngine | undefined
  readonly #opening: CorpusOpener

  constructor(maxPapers?: number) {
    const listener = {
      onCorpus: (state: CorpusState) => this.states.push(state),
      onProgress: (progress: LoadProgress) => this.progress.push(progress),
      onReady: (loaded: LoadedCorpus) => {
        this.engine = localEngine(loaded)
        this.corpora.add(loaded)
      },
    }
    this.#opening = new CorpusOpener(corpus, listener, {
      maxPapers,
      limits: { tries: 2, impatienceMs: 10_000 },
    })
  }

  open = () => this.#opening.open()
  retry = () => this.#opening.retry()
}

async function opened(maxPapers?: number): Promise<Opened> {
  const result = new Opened(maxPapers)
  await result.open()
  return result
}

const everything = { q: '', page: 1, pageSize: 50 }

test('a corpus is opened month by month, and ends complete', async () => {
  hostWithout()
  const { states, engine } = await opened()
  expect(states.map(({ loadedSegments }) => loadedSegments)).toEqual([0, 1, 2, 3])
  expect(await engine?.search(everything)).toMatchObject({ total: 3, partial: null })
})

/** How many papers the engine has when it is first given out, where patience ends at once or never. */
async function firstAnswered(patience: 'ends' | 'lasts', sizes = manifest): Promise<number | undefined> {
  vi.stubGlobal('setTimeout', (after: () => void, ms = 0) => {
    if (ms !== FIRST_PAPERS_DELAY_MS || patience === 'ends') queueMicrotask(after)
  })
  vi.stubGlobal('fetch', async ({ pathname }: URL) => {
    const file = pathname.slice('/corpus/'.length)
    if (file === 'manifest.json') return new Response(JSON.stringify(sizes))
    return new Response(files.get(file) as string)
  })
  let first: Promise<number> | undefined
  const listener = {
    onCorpus: () => undefined,
    onProgress: () => undefined,
    onReady: (loaded: LoadedCorpus) => {
      first ??= localEngine(loaded)
        .search(everything)
        .then(({ total }) => total)
    },
  }
  await new CorpusOpener(corpus, listener).open()
  return first
}

test('a small corpus is answered when all is there, or when it takes its time', async () => {
  expect(await firstAnswered('lasts')).toBe(3)
  expect(await firstAnswered('ends')).toBeLessThan(3)
})

test('a large corpus is answered by what has come', async () => {
  // What the manifest says of a month that does not come is enough to make it large.
  const lost = { file: 'lost.json', bytes: 1_000_000, sha256: '' }
  const large = {
    ...manifest,
    segments: [...manifest.segments, { period: '2025-09', count: 1, papers: lost, index: lost }],
  }
  expect(await firstAnswered('lasts', large)).toBeLessThan(3)
})

test('a month that cannot be had is named, and what is there answers without it', async () => {
  hostWithout('2025-12.json')
  const { states, engine } = await opened()
  expect(states.at(-1)).toMatchObject({ loadedSegments: 2, missing: ['2025-12'] })
  expect(await engine?.search(everything)).toMatchObject({
    total: 2,
    partial: { segments: 2, ofSegments: 3, missing: ['2025-12'] },
  })
})

const damaged = {
  'of another version': (index: ArrayBuffer) =>
    zipped(new Uint32Array(unzipped(index)).fill(99, 1, 2).buffer),
  'cut off': (index: ArrayBuffer) => zipped(unzipped(index).slice(0, -4)),
  'that is not compressed': unzipped,
  'that ends in the middle of compressed data': (index: ArrayBuffer) => index.slice(0, -4),
  'of other papers': () => zipped(buildSegment([paperOf('2025-11'), paperOf('2025-10')])),
}
test.each(Object.entries(damaged))(
  'an index %s is refused by name, and the others answer',
  async (_, damage) => {
    const file = '2025-11.idx'
    const bytes = damage(files.get(file) as ArrayBuffer)
    const sha256 = createHash('sha256').update(new Uint8Array(bytes)).digest('hex')
    const segments = manifest.segments.map(segment =>
      segment.index.file === file
        ? { ...segment, index: { file, bytes: bytes.byteLength, sha256 } }
        : segment,
    )
    vi.stubGlobal('fetch', async ({ pathname }: URL) => {
      const name = pathname.slice('/corpus/'.length)
      if (name === 'manifest.json') return new Response(JSON.stringify({ ...manifest, segments }))
      return new Response(name === file ? bytes : (files.get(name) as string))
    })
    const { states, engine } = await opened()
    expect(states.at(-1)).toMatchObject({ loadedSegments: 2, missing: ['2025-11'] })
    expect(await engine?.search({ ...everything, q: 'verifiable' })).toMatchObject({
      total: 2,
      partial: { segments: 2, ofSegments: 3, missing: ['2025-11'] },
    })
  },
)

test('a corpus of which nothing can be had has failed', async () => {
  hostWithout(...MONTHS.map(month => `${month}.idx`))
  await expect(opened()).rejects.toThrow('the site does not have /corpus/2025-12.idx (404)')
})

test('typing errors are found by the lexicon of the whole corpus, and without it all else works', async () => {
  const misspelt = { ...everything, q: 'verifible' }
  hostWithout()
  expect(await (await opened()).engine?.search(misspelt)).toMatchObject({ total: 3 })
  hostWithout('lexicon.json')
  const { engine } = await opened()
  expect(await engine?.search(misspelt)).toMatchObject({ total: 0 })
  expect(await engine?.search({ ...everything, q: 'verifiable' })).toMatchObject({ total: 3 })
})

test('a corpus without papers is open at once', async () => {
  vi.stubGlobal('fetch', async ({ pathname }: URL) =>
    pathname.endsWith('manifest.json')
      ? new Response(JSON.stringify({ ...manifest, segments: [] }))
      : new Response(LEXICON),
  )
  expect(await (await opened()).engine?.search(everything)).toMatchObject({ total: 0, partial: null })
})

test('what is missing is told with the reason, and comes when it is asked for again [row 59]', async () => {
  hostWithout('2025-12.json', '2025-11.json')
  const { states, engine, retry } = await opened()
  expect(states.at(-1)).toMatchObject({
    missing: ['2025-12', '2025-11'],
    reason: 'the site does not have /corpus/2025-12.json (404)',
  })
  hostWithout('2025-11.json')
  await retry()
  expect(states.at(-1)).toMatchObject({
    loadedSegments: 2,
    missing: ['2025-11'],
    reason: 'the site does not have /corpus/2025-11.json (404)',
  })
  hostWithout()
  await retry()
  expect(states.at(-1)).toMatchObject({ loadedSegments: 3, loadedPapers: 3, missing: [] })
  expect(states.at(-1)).not.toHaveProperty('reason')
  expect(await engine?.search({ ...everything, q: 'verifiable' })).toMatchObject({ total: 3, partial: null })
  expect(await engine?.paper({ id: 'of-2025-12', within: { q: '' } })).toMatchObject({ status: 'found' })
  // With nothing missing there is nothing to do.
  const told = states.length
  await retry()
  expect(states).toHaveLength(told)
})

test('a corpus of which nothing could be had is opened when it is asked for again [row 59]', async () => {
  vi.stubGlobal('fetch', async () => {
    throw new TypeError('Failed to fetch')
  })
  const corpus = new Opened()
  await expect(corpus.open()).rejects.toThrow('/corpus/manifest.json cannot be had')
  hostWithout()
  await corpus.retry()
  expect(await corpus.engine?.search(everything)).toMatchObject({ total: 3, partial: null })
})

test('that typing errors are not corrected is told, until the lexicon comes', async () => {
  const misspelt = { ...everything, q: 'verifible' }
  hostWithout('lexicon.json')
  const { states, engine, retry } = await opened()
  expect(states.at(-1)).toMatchObject({
    missing: [],
    lexiconReason: 'the site does not have /corpus/lexicon.json (404)',
  })
  hostWithout()
  await retry()
  expect(states.at(-1)).not.toHaveProperty('lexiconReason')
  expect(await engine?.search(misspelt)).toMatchObject({ total: 3 })
})

/** The build after this one: another paper in one month, all files but its own as they were. */
function nextBuild(month: string) {
  const papers = [paperOf(month), paperWith({ id: 'new', title: 'Verifiable news' })]
  const content = new Map<string, string | ArrayBuffer>([
    [`${month}-next.json`, JSON.stringify({ version: 1, papers })],
    [`${month}-next.idx`, zipped(buildSegment(papers))],
  ])
  const entry = (file: string) => {
    const bytes = Buffer.from(content.get(file) as ArrayBuffer)
    return { file, bytes: bytes.byteLength, sha256: createHash('sha256').update(bytes).digest('hex') }
  }
  const changed = {
    period: month,
    count: 2,
    papers: entry(`${month}-next.json`),
    index: entry(`${month}-next.idx`),
  }
  return {
    content,
    manifest: {
      ...manifest,
      papers: 4,
      segments: manifest.segments.map(segment => (segment.period === month ? changed : segment)),
    },
  }
}

/**
 * A host with files of two builds: of the old one it has all but some, of the next one all but others. The manifest is the
 * old one, and the next one for whoever asks past the cache.
 */
function hostInBetween(
  lostOfOld: readonly string[],
  lostOfNext: readonly string[],
  month = '2025-12',
): string[] {
  const next = nextBuild(month)
  const asked: string[] = []
  vi.stubGlobal('fetch', async ({ pathname }: URL, { cache }: RequestInit) => {
    const file = pathname.slice('/corpus/'.length)
    asked.push(`${file} ${cache}`)
    if (file === 'manifest.json')
      return new Response(JSON.stringify(cache === 'reload' ? next.manifest : manifest))
    if ([...lostOfOld, ...lostOfNext].includes(file)) return new Response('', { status: 404 })
    return new Response((files.get(file) ?? next.content.get(file)) as string)
  })
  return asked
}

test('a manifest whose files are gone is fetched anew, and the next build is opened as a whole [row 62]', async () => {
  const asked = hostInBetween(['2025-12.json', '2025-12.idx'], [])
  const { states, engine } = await opened()
  expect(asked.filter(file => file.startsWith('manifest'))).toEqual([
    'manifest.json no-cache',
    'manifest.json reload',
  ])
  expect(states.at(-1)).toMatchObject({ papers: 4, loadedPapers: 4, loadedSegments: 3, missing: [] })
  expect(await engine?.search({ ...everything, q: 'verifiable' })).toMatchObject({ total: 4, partial: null })
})

test('papers of a build that are there go on answering until the next one is whole [row 62]', async () => {
  hostInBetween(['2025-10.json'], [], '2025-10')
  const { corpora, engine, states } = await opened()
  expect(corpora.size).toBe(2)
  const [before] = [...corpora].map(localEngine)
  // No answer is drawn from both.
  expect(await before?.search(everything)).toMatchObject({ total: 2 })
  expect(await engine?.search(everything)).toMatchObject({ total: 4, partial: null })
  expect(states.at(-1)).toMatchObject({ loadedPapers: 4, missing: [] })
})

test('a next build that is not whole is refused, and what there is of the old one stays [row 62]', async () => {
  hostInBetween(['2025-11.json'], ['2025-12-next.idx'])
  const { corpora, engine, states } = await opened()
  expect(corpora.size).toBe(1)
  expect(states.at(-1)).toMatchObject({
    papers: 3,
    loadedPapers: 2,
    missing: ['2025-11'],
    reason: 'the site does not have /corpus/2025-11.json (404)',
  })
  const { hits } = (await engine?.search(everything)) ?? {}
  expect(hits?.map(({ paper }) => paper.id).sort()).toEqual(['of-2025-10', 'of-2025-12'])
})

test('where nothing of the old build is left, a part of the next one is better than nothing [row 62]', async () => {
  hostInBetween(
    MONTHS.map(month => `${month}.idx`),
    ['2025-12-next.idx'],
  )
  await expect(opened()).rejects.toThrow('2025-12.idx')
  const next = nextBuild('2025-12')
  vi.stubGlobal('fetch', async ({ pathname }: URL, { cache }: RequestInit) => {
    const file = pathname.slice('/corpus/'.length)
    if (file !== 'manifest.json')
      return next.content.has(file)
        ? new Response(next.content.get(file) as string)
        : new Response('', { status: 404 })
    return new Response(JSON.stringify(cache === 'reload' ? next.manifest : manifest))
  })
  const { states, engine } = await opened()
  expect(states.at(-1)).toMatchObject({ loadedPapers: 2, missing: ['2025-11', '2025-10'] })
  expect(await engine?.search(everything)).toMatchObject({ total: 2 })
})

test('where only some papers may be opened, they are the newest, and it is told how many [row 70]', async () => {
  hostWithout('2025-12.idx', '2025-11.idx')
  const { states, engine } = await opened(2)
  expect(states.at(-1)).toMatchObject({ papers: 3, loadedPapers: 2, newest: 2, missing: [] })
  const { hits, partial } = (await engine?.search({ ...everything, q: 'verifiable' })) ?? {}
  expect(hits?.map(({ paper }) => paper.id).sort()).toEqual(['of-2025-11', 'of-2025-12'])
  expect(partial).toBe(null)
  // A corpus with no more papers than that is opened as ever.
  hostWithout()
  const { states: whole } = await opened(3)
  expect(whole.at(-1)).not.toHaveProperty('newest')
})

test('of a month with more papers than may be opened the newest days are taken [row 70]', async () => {
  const papers = ['03', '09', '05'].map(day => paperWith({ id: `of-${day}`, listedOn: [`2025-12-${day}`] }))
  const content = JSON.stringify({ version: 1, papers })
  const entry = {
    file: 'many.json',
    bytes: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
  }
  const segments = [{ period: '2025-12', count: 3, papers: entry, index: entry }]
  vi.stubGlobal('fetch', async ({ pathname }: URL) => {
    if (pathname.endsWith('manifest.json')) return new Response(JSON.stringify({ ...manifest, segments }))
    return new Response(pathname.endsWith('many.json') ? content : LEXICON)
  })
  const { engine } = await opened(2)
  const { hits } = (await engine?.search(everything)) ?? {}
  expect(hits?.map(({ paper }) => paper.id)).toEqual(['of-09', 'of-05'])
})

test('how much has come is told where it takes longer than a moment [row 61]', async () => {
  hostWithout()
  let now = 0
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 300))
  const { progress } = await opened()
  vi.restoreAllMocks()
  const bytes = manifest.segments.reduce((sum, { papers, index }) => sum + papers.bytes + index.bytes, 0)
  expect(progress.length).toBeGreaterThan(1)
  expect(progress.every(({ ofBytes }) => ofBytes === bytes)).toBe(true)
  const counts = progress.map(({ bytes }) => bytes)
  expect(counts).toEqual(counts.toSorted((a, b) => a - b))
  expect(counts[0]).toBeGreaterThan(0)
})

/** A browser that has kept the corpus at an earlier visit. */
async function visitedBefore(): Promise<FakeCache> {
  const cache = new FakeCache()
  vi.stubGlobal('__IS_CACHED__', true)
  vi.stubGlobal('caches', { open: async () => cache })
  hostWithout()
  await opened()
  expect(cache.entries.size).toBe(2 * MONTHS.length + 2)
  return cache
}

function withoutHost(): void {
  vi.stubGlobal('fetch', async () => {
    throw new TypeError('Failed to fetch')
  })
}

/** A host of the next build, with all of its files but some. Gives what it was asked for. */
function hostOfNext(...lost: string[]): string[] {
  const next = nextBuild('2025-12')
  const asked: string[] = []
  vi.stubGlobal('fetch', async ({ pathname }: URL) => {
    const file = pathname.slice('/corpus/'.length)
    asked.push(file)
    if (file === 'manifest.json') return new Response(JSON.stringify(next.manifest))
    const content = lost.includes(file) ? undefined : (next.content.get(file) ?? files.get(file))
    return content === undefined ? new Response('', { status: 404 }) : new Response(content as string)
  })
  return asked
}

test('papers of an earlier visit are opened without the site, and are those of the site once it answers [row 63]', async () => {
  await visitedBefore()
  withoutHost()
  const { states, corpora, engine, retry } = await opened()
  expect(states.at(-1)).toMatchObject({ loadedPapers: 3, missing: [], kept: 'unreachable' })
  expect(await engine?.search(everything)).toMatchObject({ total: 3, partial: null })
  await retry()
  expect(states.at(-1)).toMatchObject({ loadedPapers: 3, missing: [], kept: 'unreachable' })
  hostWithout()
  await retry()
  expect(states.at(-1)).toMatchObject({ loadedPapers: 3, missing: [] })
  expect(states.at(-1)).not.toHaveProperty('kept')
  expect(corpora.size).toBe(1)
})

test('papers of an earlier visit answer until the newer ones of the site are whole [row 63]', async () => {
  const cache = await visitedBefore()
  withoutHost()
  const corpus = await opened()
  hostOfNext('2025-12-next.idx')
  await corpus.retry()
  expect(corpus.states.at(-1)).toMatchObject({ papers: 3, loadedPapers: 3, kept: 'incomplete' })
  expect(corpus.corpora.size).toBe(1)
  hostOfNext()
  await corpus.retry()
  expect(corpus.states.at(-1)).toMatchObject({ papers: 4, loadedPapers: 4, missing: [] })
  expect(corpus.states.at(-1)).not.toHaveProperty('kept')
  expect(await corpus.engine?.search(everything)).toMatchObject({ total: 4, partial: null })
  // It is the one to go by next time.
  const manifest = new TextDecoder().decode(cache.entries.get('https://papers.example/corpus/manifest.json'))
  expect(JSON.parse(manifest)).toMatchObject({ papers: 4 })
})

test('newer papers that are too many to be waited for, and not whole, leave those of an earlier visit there [row 62]', async () => {
  await visitedBefore()
  withoutHost()
  const { states, corpora, retry } = await opened()
  const lost = { file: 'lost.json', bytes: 4_000_000, sha256: '' }
  const large = [...manifest.segments, { period: '2025-09', count: 1, papers: lost, index: lost }]
  vi.stubGlobal('fetch', async ({ pathname }: URL) =>
    pathname.endsWith('manifest.json')
      ? new Response(JSON.stringify({ ...manifest, segments: large }))
      : new Response('', { status: 404 }),
  )
  await retry()
  expect(states.at(-1)).toMatchObject({ segments: 3, loadedPapers: 3, missing: [], kept: 'incomplete' })
  expect(corpora.size).toBe(1)
})

test('a kept file that is damaged is fetched anew, and what there is answers where it cannot be had [row 60]', async () => {
  const cache = await visitedBefore()
  const damage = () => cache.entries.set('https://papers.example/corpus/2025-11.json', new Uint8Array(9))
  damage()
  hostWithout()
  expect((await opened()).states.at(-1)).toMatchObject({ loadedPapers: 3, missing: [] })
  damage()
  // The next build is not whole, and has that file no more: nothing is asked for again and again.
  const asked = hostOfNext('2025-12-next.idx', '2025-11.json')
  const { states, retry } = await opened()
  expect(states.at(-1)).toMatchObject({
    papers: 3,
    loadedPapers: 2,
    missing: ['2025-11'],
    kept: 'incomplete',
  })
  expect(asked.filter(file => file === 'manifest.json')).toHaveLength(2)
  hostOfNext()
  await retry()
  expect(states.at(-1)).toMatchObject({ papers: 4, loadedPapers: 4, missing: [] })
})

test('kept files count as what has come', async () => {
  await visitedBefore()
  withoutHost()
  let now = 0
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 600))
  const { progress } = await opened()
  vi.restoreAllMocks()
  expect(progress.at(-1)?.bytes).toBe(progress.at(-1)?.ofBytes)
  expect(progress.at(-1)?.bytes).toBeGreaterThan(0)
})
