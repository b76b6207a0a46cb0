import type * as z from 'zod/mini'
import {
  type CorpusPaper,
  type FileEntry,
  LexiconFile,
  Manifest,
  type SegmentEntry,
  SegmentFile,
} from '#core/manifest.ts'
import { keepFile, keptFile } from './keep.ts'

const MAX_TRIES = 3
/** So long a manifest is waited for that can be done without. */
const IMPATIENCE_MS = 3_000

const hexadecimal = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), byte => byte.toString(16).padStart(2, '0')).join('')

async function fetchBytes(
  url: URL,
  cache: RequestCache,
  more: Pick<RequestInit, 'signal'> = {},
): Promise<ArrayBuffer> {
  const response = await fetch(url, { cache, ...more })
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

/** @param isPatient whether it is tried again, and waited for however long it takes */
export async function loadManifest(corpus: URL, isPatient = true): Promise<Manifest> {
  const url = new URL('manifest.json', corpus)
  if (!isPatient) {
    const signal = AbortSignal.timeout(IMPATIENCE_MS)
    return parseJson(url, await fetchBytes(url, 'no-cache', { signal }), Manifest)
  }
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
    const kept = cache === 'default' ? await keptFile(url) : undefined
    const bytes = kept ?? (await fetchBytes(url, cache))
    const intact =
      bytes.byteLength === entry.bytes &&
      // Browsers hash only on https and localhost.
      (!crypto.subtle || hexadecimal(await crypto.subtle.digest('SHA-256', bytes)) === entry.sha256)
    if (!intact) throw new Error(`${url.pathname} arrived damaged`)
    if (!kept) await keepFile(url, bytes)
    return read(url, bytes)
  })
}

const decompress = (bytes: ArrayBuffer): Promise<ArrayBuffer> =>
  new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer()

/** Loads a file only to keep it. */
export const fetchFile = (corpus: URL, entry: FileEntry): Promise<void> =>
  loadFile(corpus, entry, () => undefined)

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
