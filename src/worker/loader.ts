import type * as z from 'zod/mini'
import {
  type CorpusPaper,
  type FileEntry,
  LexiconFile,
  Manifest,
  type SegmentEntry,
  SegmentFile,
} from '#core/papers/manifest.ts'
import { verifyIntegrity } from '#offline/verifyIntegrity.ts'
import { cachedFile, cacheFile } from './corpusCache.ts'
import { Fault } from './fault.ts'
import { fetchBytes } from './fetchBytes.ts'

export interface LoaderLimits {
  /** Number of requests for a file. */
  tries: number
  /** Number of requests for a file that timed out: each takes long. */
  triesWhenLate: number
  /** Before the second request; doubled before each one after it. */
  pauseMs: number
  silenceMs: number
  /** Longest wait for a manifest that is not needed. */
  impatienceMs: number
}

const LIMITS: LoaderLimits = {
  tries: 3,
  triesWhenLate: 2,
  pauseMs: 400,
  silenceMs: 10_000,
  impatienceMs: 3_000,
}

/** More than the manifest of any corpus that a browser can hold. */
const MAX_MANIFEST_BYTES = 20_000_000

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

/** The fault of a file with other contents than expected: the log-in page of a network, or anything else. */
const unexpectedContent = (url: URL, bytes: Uint8Array): Fault =>
  new Fault(/^\s*<(?:!|html)/i.test(textOf(bytes.subarray(0, 200))) ? 'foreign' : 'damaged', url)

/** Parses JSON that may be anything. Throws a `Fault`. */
function parseJson<T extends z.ZodMiniType>(url: URL, bytes: Uint8Array, schema: T): z.output<T> {
  let value: unknown
  try {
    value = JSON.parse(textOf(bytes))
  } catch {
    throw unexpectedContent(url, bytes)
  }
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const isOtherVersion = result.error.issues.some(({ path }) => path[0] === 'version')
  throw new Fault(isOtherVersion ? 'version' : 'damaged', url)
}

async function decompress(url: URL, bytes: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer> {
  try {
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))
    return await new Response(stream).arrayBuffer()
  } catch {
    throw new Fault('damaged', url)
  }
}

/** Loads the files of a corpus. One whose length or hash differs from the manifest's is never used. */
export class Loader {
  readonly #corpus: URL
  readonly #limits: LoaderLimits
  readonly #onBytes: (bytes: number) => void

  /** @param onBytes called with the number of bytes loaded; negative where they have to be loaded again */
  constructor(corpus: URL, onBytes: (bytes: number) => void, limits: Partial<LoaderLimits> = {}) {
    this.#corpus = corpus
    this.#onBytes = onBytes
    this.#limits = { ...LIMITS, ...limits }
  }

  /**
   * @param isPatient whether it is requested again after a failure, and waited for while bytes arrive
   * @param cache `reload` where the browser's copy is known to be outdated
   */
  manifest(isPatient = true, cache: 'no-cache' | 'reload' = 'no-cache'): Promise<Manifest> {
    const url = new URL('manifest.json', this.#corpus)
    const { silenceMs, impatienceMs } = this.#limits
    const attempt = async (tried: number) => {
      const bytes = await fetchBytes(url, {
        cache: tried > 0 ? 'reload' : cache,
        maxBytes: MAX_MANIFEST_BYTES,
        silenceMs,
        limitMs: isPatient ? undefined : impatienceMs,
        onBytes: () => undefined,
      })
      return parseJson(url, bytes, Manifest)
    }
    return isPatient ? this.#withRetries(attempt) : attempt(0)
  }

  /** The papers of a segment and the index of their words. */
  async segment(entry: SegmentEntry): Promise<{ papers: CorpusPaper[]; index: ArrayBuffer }> {
    const [papers, index] = await Promise.all([
      this.papers(entry),
      this.#file(entry.index, (url, content) => decompress(url, content)),
    ])
    return { papers, index }
  }

  async papers(entry: SegmentEntry): Promise<CorpusPaper[]> {
    return (await this.#file(entry.papers, (url, content) => parseJson(url, content, SegmentFile))).papers
  }

  lexicon = (entry: FileEntry): Promise<LexiconFile> =>
    this.#file(entry, (url, content) => parseJson(url, content, LexiconFile))

  /** Loads a file into the cache. Its bytes are counted when it is used. */
  async cache(entry: FileEntry): Promise<void> {
    await this.#file(
      entry,
      () => undefined,
      () => undefined,
    )
  }

  /** A verified file, from the cache or else from the site. */
  #file<T>(
    entry: FileEntry,
    read: (url: URL, bytes: Uint8Array<ArrayBuffer>) => T | Promise<T>,
    onBytes = this.#onBytes,
  ): Promise<T> {
    const url = new URL(entry.file, this.#corpus)
    return this.#withRetries(async tried => {
      let bytes = 0
      const count = (more: number) => {
        bytes += more
        onBytes(more)
      }
      try {
        const cached = tried > 0 ? undefined : await cachedFile(url)
        if (cached) count(cached.byteLength)
        const content =
          cached ??
          (await fetchBytes(url, {
            cache: tried > 0 ? 'reload' : 'default',
            maxBytes: entry.bytes,
            silenceMs: this.#limits.silenceMs,
            onBytes: count,
          }))
        if (!(await verifyIntegrity(content, entry))) throw unexpectedContent(url, content)
        if (!cached) await cacheFile(url, content)
        return await read(url, content)
      } catch (error) {
        onBytes(-bytes)
        throw error
      }
    })
  }

  /** Repeats what failed, past the cache, with exponential backoff. */
  async #withRetries<T>(attempt: (tried: number) => Promise<T>): Promise<T> {
    const { tries, triesWhenLate, pauseMs } = this.#limits
    for (let tried = 0; ; tried++) {
      try {
        return await attempt(tried)
      } catch (error) {
        const isLate = error instanceof Fault && error.kind === 'late'
        if (tried + 1 >= (isLate ? triesWhenLate : tries)) throw error
        await new Promise(resolve => setTimeout(resolve, pauseMs * 2 ** tried))
      }
    }
  }
}
