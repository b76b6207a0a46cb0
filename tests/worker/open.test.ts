import { createHash } from 'node:crypto'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { LocalEngine } from '#core/localEngine.ts'
import type { CorpusState } from '#core/messages.ts'
import { openCorpus } from '#worker/open.ts'
import { paperWith } from '../fixtures/paper.ts'

const corpus = new URL('https://papers.example/corpus/')
const MONTHS = ['2025-12', '2025-11', '2025-10']

const contentOf = (month: string): string =>
  JSON.stringify({ version: 1, papers: [paperWith({ id: `of-${month}`, title: month })] })

const manifest = {
  version: 1,
  papers: MONTHS.length,
  themes: [],
  segments: MONTHS.map(month => ({
    month,
    file: `${month}.json`,
    papers: 1,
    bytes: contentOf(month).length,
    sha256: createHash('sha256').update(contentOf(month)).digest('hex'),
  })),
}

/** A host that has lost the files of some months. */
function hostWithout(...lost: string[]): void {
  vi.stubGlobal('fetch', async ({ pathname }: URL) => {
    const month = pathname.slice('/corpus/'.length, -'.json'.length)
    if (month === 'manifest') return new Response(JSON.stringify(manifest))
    return lost.includes(month) ? new Response('', { status: 404 }) : new Response(contentOf(month))
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

test('a month that cannot be had is named, and what is there counts as all there is', async () => {
  hostWithout('2025-12')
  const { states, engine } = await opened()
  expect(states.at(-1)).toMatchObject({ loadedSegments: 2, missing: ['2025-12'] })
  expect(await engine?.search(everything)).toMatchObject({ total: 2, partial: null })
})

test('a corpus of which nothing can be had has failed', async () => {
  hostWithout(...MONTHS)
  await expect(opened()).rejects.toThrow(/answered 404/)
})

test('a corpus without papers is open at once', async () => {
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify({ ...manifest, segments: [] })))
  expect(await (await opened()).engine?.search(everything)).toMatchObject({ total: 0, partial: null })
})
