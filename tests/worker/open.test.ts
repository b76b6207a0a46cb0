import { createHash } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { LocalEngine } from '#core/localEngine.ts'
import type { CorpusState } from '#core/messages.ts'
import { buildSegment } from '#core/search/segment.ts'
import { packWords } from '#core/search/wordList.ts'
import { openCorpus, PATIENCE_MS } from '#worker/open.ts'
import { paperWith } from '../fixtures/paper.ts'

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
  vi.stubGlobal('setTimeout', (after: () => void) => queueMicrotask(after))
})
afterEach(() => vi.unstubAllGlobals())

async function opened(): Promise<{ states: CorpusState[]; engine: LocalEngine | undefined }> {
  const states: CorpusState[] = []
  let engine: LocalEngine | undefined
  await openCorpus(corpus, { corpus: state => states.push(state), ready: ready => (engine = ready) })
  return { states, engine }
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
    if (ms !== PATIENCE_MS || patience === 'ends') queueMicrotask(after)
  })
  vi.stubGlobal('fetch', async ({ pathname }: URL) => {
    const file = pathname.slice('/corpus/'.length)
    if (file === 'manifest.json') return new Response(JSON.stringify(sizes))
    return new Response(files.get(file) as string)
  })
  let first: Promise<number> | undefined
  await openCorpus(corpus, {
    corpus: () => undefined,
    ready: engine => {
      first ??= engine.search(everything).then(({ total }) => total)
    },
  })
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
  await expect(opened()).rejects.toThrow(/answered 404/)
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
