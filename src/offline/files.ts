import { STORED_FILES, storageName } from '#core/site/storageNames.ts'
import { isNoRoom } from './room.ts'
import type { KeptFile } from './site.ts'
import { typeOf } from './types.ts'
import { isWhole } from './whole.ts'

const FILES_AT_ONCE = 4

/** The files of the site that are kept: each whole, or not at all. */
export class Files {
  readonly #base: string
  readonly #files: ReadonlyMap<string, KeptFile>

  /** @param base the path below which the site is served, with slashes at both ends */
  constructor(base: string, files: Readonly<Record<string, KeptFile>>) {
    this.#base = base
    this.#files = new Map(Object.entries(files))
  }

  has(path: string): boolean {
    return this.#files.has(path)
  }

  /** The file as it is kept. None where it is missing or damaged, or where the storage fails. */
  async kept(path: string): Promise<Response | undefined> {
    const file = this.#files.get(path)
    try {
      const kept = await (await this.#cache()).match(this.#key(path))
      if (!file || !kept) return undefined
      const bytes = await kept.arrayBuffer()
      return (await isWhole(bytes, file)) ? answerOf(path, bytes, kept.headers) : undefined
    } catch {
      return undefined
    }
  }

  /** The file as it is kept, or from the network, to be kept from now on. An error if it is not to be had whole. */
  async answer(path: string): Promise<Response> {
    try {
      const kept = await this.kept(path)
      if (kept) return kept
      const fetched = await this.#fetch(path)
      // Where the storage takes nothing, the file is used all the same.
      await this.#keep(path, fetched.clone()).catch(() => undefined)
      return fetched
    } catch {
      return Response.error()
    }
  }

  /**
   * Keeps all files that are not kept whole. Throws where one cannot be had or kept. Those that have come stay, unless there
   * is no room for all: then no more are fetched.
   */
  async keepAll(): Promise<void> {
    const waiting = [...this.#files.keys()]
    const come: string[] = []
    const work = async () => {
      for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
        if (await this.kept(path)) continue
        await this.#keep(path, await this.#fetch(path))
        come.push(path)
      }
    }
    const workers = Array.from({ length: FILES_AT_ONCE }, work)
    try {
      await Promise.all(workers)
    } catch (error) {
      if (!isNoRoom(error)) throw error
      waiting.length = 0
      await Promise.allSettled(workers)
      const cache = await this.#cache()
      for (const path of come) await cache.delete(this.#key(path))
      throw error
    }
  }

  /** Removes what builds before this one kept. */
  async removeOthers(): Promise<void> {
    const cache = await this.#cache()
    const own = new Set([...this.#files.keys()].map(path => new URL(this.#key(path), location.href).href))
    for (const request of await cache.keys()) if (!own.has(request.url)) await cache.delete(request)
  }

  #cache(): Promise<Cache> {
    return caches.open(storageName(STORED_FILES, this.#base))
  }

  /** Builds that are kept side by side may have different files of one name. */
  #key(path: string): string {
    return `${this.#base}${path}?${this.#files.get(path)?.sha256}`
  }

  async #keep(path: string, file: Response): Promise<void> {
    await (await this.#cache()).put(this.#key(path), file)
  }

  /** Fetches a file. Browsers take a compressed answer that was cut off for a whole one, and keep it as such. */
  async #fetch(path: string): Promise<Response> {
    const file = this.#files.get(path)
    for (const cache of ['default', 'reload'] as const) {
      const response = await fetch(this.#base + path, { cache, priority: 'low' } as RequestInit)
      const bytes = await response.arrayBuffer()
      if (file && (await isWhole(bytes, file))) return answerOf(path, bytes, response.headers)
    }
    throw new Error(`${path} arrived damaged`)
  }
}

/**
 * A file that is whole, as it is answered and kept: with the type that it has, whatever the host or the storage says.
 * As the network gave it, it would be compressed, or come from elsewhere.
 */
function answerOf(path: string, bytes: ArrayBuffer, received: Headers): Response {
  const headers = new Headers(received)
  headers.delete('Content-Encoding')
  headers.delete('Content-Length')
  headers.set('Content-Type', typeOf(path) as string)
  return new Response(bytes, { headers })
}
