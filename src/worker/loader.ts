import type * as z from 'zod/mini'
import {
  type CorpusPaper,
  type FileEntry,
  LexiconFile,
  Manifest,
  type SegmentEntry,
  SegmentFile,
} from '#core/papers/manifest.ts'
import { isWhole } from '#offline/whole.ts'
import { keepFile, keptFile } from './corpusCache.ts'
import { Fault } from './fault.ts'
import { fetchBytes } from './fetchBytes.ts'

/** How patient a loader is. */
export interface Limits {
  /** How often a file is asked for. */
  tries: number
  /** How often one that was late: each time takes as long as anybody waits. */
  triesWhenLate: number
  /** Before the second try; doubled before each one after it. */
  pauseMs: number
  silenceMs: number
  /** So long a manifest is waited for that can be done without. */
  impatienceMs: number
}

const LIMITS: Limits = { tries: 3, triesWhenLate: 2, pauseMs: 400, silenceMs: 10_000, impatienceMs: 3_000 }

/** No manifest of a corpus that a browser can hold is longer. */
const MOST_MANIFEST_BYTES = 20_000_000

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

/** What is not what it should be: a page of a network that wants something first, or anything else. */
const strange = (url: URL, bytes: Uint8Array): Fault =>
  new Fault(/^\s*<(?:!|html)/i.test(textOf(bytes.subarray(0, 200))) ? 'foreign' : 'damaged', url)

/** Parses JSON from a host that may answer anything. */
function parseJson<T extends z.ZodMiniType>(url: URL, bytes: Uint8Array, schema: T): z.output<T> {
  let value: unknown
  try {
    value = JSON.parse(textOf(bytes))
  } catch {
    throw strange(url, bytes)
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
  readonly #limits: Limits
  readonly #arrived: (bytes: number) => void

  /** @param arrived told how many bytes have come; fewer than none where they have to come again */
  constructor(corpus: URL, arrived: (bytes: number) => void, limits: Partial<Limits> = {}) {
    this.#corpus = corpus
    this.#arrived = arrived
    this.#limits = { ...LIMITS, ...limits }
  }

  /**
   * @param isPatient whether it is tried again, and waited for as long as it comes
   * @param cache `reload` where the one the browser has is known to be no longer right
   */
  manifest(isPatient = true, cache: 'no-cache' | 'reload' = 'no-cache'): Promise<Manifest> {
    const url = new URL('manifest.json', this.#corpus)
    const { silenceMs, impatienceMs } = this.#limits
    const attempt = async (tried: number) => {
      const bytes = await fetchBytes(url, {
        cache: tried > 0 ? 'reload' : cache,
        mostBytes: MOST_MANIFEST_BYTES,
        silenceMs,
        limitMs: isPatient ? undefined : impatienceMs,
        arrived: () => undefined,
      })
      return parseJson(url, bytes, Manifest)
    }
    return isPatient ? this.#persistently(attempt) : attempt(0)
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

  /** Loads a file only to keep it: it counts when it is used. */
  async keep(entry: FileEntry): Promise<void> {
    await this.#file(
      entry,
      () => undefined,
      () => undefined,
    )
  }

  /** A file as it was kept, or from the site. */
  #file<T>(
    entry: FileEntry,
    read: (url: URL, bytes: Uint8Array<ArrayBuffer>) => T | Promise<T>,
    arrived = this.#arrived,
  ): Promise<T> {
    const url = new URL(entry.file, this.#corpus)
    return this.#persistently(async tried => {
      let bytes = 0
      const count = (more: number) => {
        bytes += more
        arrived(more)
      }
      try {
        const kept = tried > 0 ? undefined : await keptFile(url)
        if (kept) count(kept.byteLength)
        const content =
          kept ??
          (await fetchBytes(url, {
            cache: tried > 0 ? 'reload' : 'default',
            mostBytes: entry.bytes,
            silenceMs: this.#limits.silenceMs,
            arrived: count,
          }))
        if (!(await isWhole(content, entry))) throw strange(url, content)
        if (!kept) await keepFile(url, content)
        return await read(url, content)
      } catch (error) {
        arrived(-bytes)
        throw error
      }
    })
  }

  /** Tries again, past the cache, what failed or was not what it should be. */
  async #persistently<T>(attempt: (tried: number) => Promise<T>): Promise<T> {
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
