import { createHash } from 'node:crypto'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Manifest } from '#core/papers/manifest.ts'
import { chooseCorpus } from '#worker/chooseCorpus.ts'
import { cachedFile, cachedManifest, cacheFile, cacheManifest } from '#worker/corpusCache.ts'
import { FakeCache } from './fakeCache.ts'

const corpus = new URL('https://papers.example/site/corpus/')
const urlOf = (file: string): URL => new URL(file, corpus)

let cache: FakeCache
const opened: string[] = []

beforeEach(() => {
  cache = new FakeCache()
  opened.length = 0
  vi.stubGlobal('__IS_CACHED__', true)
  vi.stubGlobal('caches', {
    open: async (name: string) => {
      opened.push(name)
      return cache
    },
  })
})
afterEach(() => vi.unstubAllGlobals())

const entryOf = (file: string) => ({
  file,
  bytes: file.length,
  sha256: createHash('sha256').update(file).digest('hex'),
})
const bytesOf = (file: string): ArrayBuffer => new TextEncoder().encode(file).buffer as ArrayBuffer

const manifestOf = (build: string): Manifest => ({
  version: 3,
  papers: 1,
  themes: [],
  lexicon: entryOf('lexicon'),
  segments: [{ period: '2025', count: 1, papers: entryOf(`p-${build}`), index: entryOf(`i-${build}`) }],
})
const FILES = (build: string): string[] => [`p-${build}`, `i-${build}`, 'lexicon']

async function keepAll(build: string): Promise<void> {
  for (const file of FILES(build)) await cacheFile(urlOf(file), bytesOf(file))
  await cacheManifest(corpus, manifestOf(build))
}
const names = (): string[] => [...cache.entries.keys()].map(url => url.slice(corpus.href.length)).sort()

const GONE = () => Promise.reject(new TypeError('Failed to fetch'))

test('a corpus is kept once all of its files are, apart for each site of a host', async () => {
  await cacheFile(urlOf('p-1'), bytesOf('p-1'))
  await cacheManifest(corpus, manifestOf('1'))
  expect(await cachedManifest(corpus)).toBeUndefined()
  await keepAll('1')
  expect(await cachedManifest(corpus)).toEqual(manifestOf('1'))
  expect(new TextDecoder().decode(await cachedFile(urlOf('p-1')))).toBe('p-1')
  expect([...new Set(opened)]).toEqual(['broadsheet corpus /site/'])
})

test('what a newer corpus does not name is removed once that is whole', async () => {
  await keepAll('1')
  await cacheFile(urlOf('p-2'), bytesOf('p-2'))
  await cacheManifest(corpus, manifestOf('2'))
  expect(await cachedManifest(corpus)).toEqual(manifestOf('1'))
  await keepAll('2')
  expect(names()).toEqual(['i-2', 'lexicon', 'manifest.json', 'p-2'])
})

test('a storage that is full, or is not there, changes nothing else', async () => {
  await keepAll('1')
  cache.isFull = true
  await keepAll('2')
  expect(await cachedManifest(corpus)).toEqual(manifestOf('1'))
  vi.stubGlobal('caches', { open: GONE })
  await keepAll('2')
  expect(await cachedFile(urlOf('p-1'))).toBeUndefined()
  expect(await cachedManifest(corpus)).toBeUndefined()
})

test('a kept manifest that is not whole, or of another version, is as good as none', async () => {
  await keepAll('1')
  cache.entries.delete(urlOf('i-1').href)
  expect(await cachedManifest(corpus)).toBeUndefined()
  await keepAll('1')
  for (const text of ['{"version":', '{"version":2}']) {
    cache.entries.set(urlOf('manifest.json').href, new TextEncoder().encode(text))
    expect(await cachedManifest(corpus)).toBeUndefined()
  }
})

test('a first visit waits for the network, a later one does with what was kept [row 63]', async () => {
  const patience: boolean[] = []
  const manifest = (isPatient: boolean) => {
    patience.push(isPatient)
    return GONE()
  }
  await expect(chooseCorpus(corpus, { manifest, file: GONE })).rejects.toThrow('Failed to fetch')
  await keepAll('1')
  expect(await chooseCorpus(corpus, { manifest, file: GONE })).toEqual({
    manifest: manifestOf('1'),
    kept: 'unreachable',
  })
  expect(patience).toEqual([true, false])
})

test('a newer corpus is gone by once all that is new in it has come, and not before [row 62]', async () => {
  await keepAll('1')
  const manifest = async () => manifestOf('2')
  const asked: string[] = []
  const file = async ({ file }: { file: string }) => {
    asked.push(file)
    if (file === 'i-2') throw new Error('arrived damaged')
  }
  expect(await chooseCorpus(corpus, { manifest, file })).toEqual({
    manifest: manifestOf('1'),
    kept: 'incomplete',
  })
  expect(asked).toEqual(['p-2', 'i-2'])
  expect(await chooseCorpus(corpus, { manifest, file: async () => undefined })).toEqual({
    manifest: manifestOf('2'),
  })
})

test('a manifest whose files are gone is asked for once more, past what may have been kept too long [row 62]', async () => {
  await keepAll('1')
  const asked: unknown[] = []
  const manifest = async (isPatient: boolean, cache?: 'reload') => {
    asked.push([isPatient, cache])
    return manifestOf(cache === 'reload' ? '3' : '2')
  }
  const fileOf = (lost: string) => async (entry: { file: string }) => {
    if (entry.file === lost) throw new Error('gone')
  }
  expect(await chooseCorpus(corpus, { manifest, file: fileOf('p-2') })).toEqual({
    manifest: manifestOf('3'),
  })
  expect(asked).toEqual([
    [false, undefined],
    [false, 'reload'],
  ])
  expect(await chooseCorpus(corpus, { manifest, file: GONE })).toEqual({
    manifest: manifestOf('1'),
    kept: 'incomplete',
  })
  expect(asked).toHaveLength(4)
})
