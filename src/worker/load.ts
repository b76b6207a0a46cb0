import type * as z from 'zod/mini'
import {
  type CorpusPaper,
  type FileEntry,
  LexiconFile,
  Manifest,
  type SegmentEntry,
  SegmentFile,
} from '#core/manifest.ts'

const MAX_TRIES = 3

const hexadecimal = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), byte => byte.toString(16).padStart(2, '0')).join('')

async function fetchBytes(url: URL, cache: RequestCache): Promise<ArrayBuffer> {
  const response = await fetch(url, { cache })
  if (!response.ok) throw new Error(`${url.pathname} answered ${response.status}`)
  return response.arrayBuffer()
}

/** Tries again, past the cache, what failed or was not what it should be. */
async function persistently<T>(attempt: (cache: RequestCache) => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt(tries === 1 ? 'default' : 'reload')
    } catch (error) {
      if (tries === MAX_TRIES) throw error
      await new Promise(resolve => setTimeout(resolve, 200 * 2 ** tries))
    }
  }
}

/** Parses JSON from a host that may answer anything: the error names the file. */
function parseJson<T extends z.ZodMiniType>(url: URL, bytes: ArrayBuffer, schema: T): z.output<T> {
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    throw new Error(`${url.pathname} is not what this site serves there`)
  }
  const result = schema.safeParse(value)
  if (result.success) return result.data
  throw new Error(`${url.pathname}: ${result.error.issues[0]?.path.join('.')} is not as expected`)
}

export const loadManifest = (corpus: URL): Promise<Manifest> => {
  const url = new URL('manifest.json', corpus)
  return persistently(async cache =>
    parseJson(url, await fetchBytes(url, cache === 'default' ? 'no-cache' : cache), Manifest),
  )
}

/** Loads a file of the corpus. One whose length or hash differs from the manifest's is never used. */
function loadFile<T>(
  corpus: URL,
  entry: FileEntry,
  read: (url: URL, bytes: ArrayBuffer) => T | Promise<T>,
): Promise<T> {
  const url = new URL(entry.file, corpus)
  return persistently(async cache => {
    const bytes = await fetchBytes(url, cache)
    const intact =
      bytes.byteLength === entry.bytes &&
      // Browsers hash only on https and localhost.
      (!crypto.subtle || hexadecimal(await crypto.subtle.digest('SHA-256', bytes)) === entry.sha256)
    if (!intact) throw new Error(`${url.pathname} arrived damaged`)
    return read(url, bytes)
  })
}

const decompress = (bytes: ArrayBuffer): Promise<ArrayBuffer> =>
  new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer()

/** Loads the papers of a segment and the index of their words. */
export async function loadSegment(
  corpus: URL,
  { papers, index }: SegmentEntry,
): Promise<{ papers: CorpusPaper[]; index: ArrayBuffer }> {
  const [file, bytes] = await Promise.all([
    loadFile(corpus, papers, (url, content) => parseJson(url, content, SegmentFile)),
    loadFile(corpus, index, (_, content) => decompress(content)),
  ])
  return { papers: file.papers, index: bytes }
}

export const loadLexicon = (corpus: URL, entry: FileEntry): Promise<LexiconFile> =>
  loadFile(corpus, entry, (url, content) => parseJson(url, content, LexiconFile))
