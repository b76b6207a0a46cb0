import { createHash } from 'node:crypto'
import { afterEach, expect, test, vi } from 'vitest'
import { loadLexicon, loadManifest } from '#worker/load.ts'

const corpus = new URL('https://papers.example/corpus/')
const lexicon = { version: 3 as const, words: 'Atoken', frequencies: '!', acronyms: [], joins: '' }
const content = JSON.stringify(lexicon)
const entry = {
  file: 'lexicon.json',
  bytes: content.length,
  sha256: createHash('sha256').update(content).digest('hex'),
}

/** Answers one fetch after another, the last one for ever, and notes how the cache was to be used. */
function answering(...answers: (() => Response)[]): string[] {
  const caches: string[] = []
  vi.stubGlobal('fetch', async (_url: URL, { cache }: { cache: string }) => {
    caches.push(cache)
    const answer = answers.length > 1 ? answers.shift() : answers[0]
    if (!answer) throw new TypeError('Failed to fetch')
    return answer()
  })
  vi.stubGlobal('setTimeout', (after: () => void) => queueMicrotask(after))
  return caches
}

afterEach(() => vi.unstubAllGlobals())

test('a file that arrives whole is used', async () => {
  answering(() => new Response(content))
  expect(await loadLexicon(corpus, entry)).toEqual(lexicon)
})

test('a file that arrives cut or changed is fetched anew, past the cache', async () => {
  const flipped = content.replace('3', '2')
  const caches = answering(
    () => new Response(content.slice(0, 10)),
    () => new Response(flipped),
    () => new Response(content),
  )
  expect(await loadLexicon(corpus, entry)).toEqual(lexicon)
  expect(caches).toEqual(['default', 'reload', 'reload'])
})

test('a file that stays damaged is refused by name', async () => {
  answering(() => new Response(content.replace('3', '2')))
  await expect(loadLexicon(corpus, entry)).rejects.toThrow('/corpus/lexicon.json arrived damaged')
})

test.each([
  ['an error', () => new Response('busy', { status: 503 }), '/corpus/manifest.json answered 503'],
  ['a log-in page', () => new Response('<html>'), '/corpus/manifest.json is not what this site serves there'],
  [
    'another version',
    () => new Response('{"version":9}'),
    '/corpus/manifest.json: version is not as expected',
  ],
])('a manifest that is %s is reported as that', async (_, answer, message) => {
  answering(answer)
  await expect(loadManifest(corpus)).rejects.toThrow(message)
})

test('a network that comes back within three tries is no failure', async () => {
  const manifest = { version: 3, papers: 0, themes: [], lexicon: entry, segments: [] }
  answering(
    () => {
      throw new TypeError('Failed to fetch')
    },
    () => new Response(JSON.stringify(manifest)),
  )
  expect(await loadManifest(corpus)).toEqual(manifest)
})
