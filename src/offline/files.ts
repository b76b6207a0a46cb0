import { STORED_FILES, storageName } from '#core/site/storageNames.ts'
import { isNoRoom } from './room.ts'
import type { CachedFile } from './site.ts'
import { typeOf } from './types.ts'
import { verifyIntegrity } from './verifyIntegrity.ts'

const MAX_CONCURRENT_FETCHES = 4

/** Cached files of the site, each intact or absent. */
export class CachedFiles {
  readonly #base: string
  readonly #files: ReadonlyMap<string, CachedFile>

  constructor(base: string, files: Readonly<Record<string, CachedFile>>) {
    this.#base = base
    this.#files = new Map(Object.entries(files))
  }

  has(path: string): boolean {
    return this.#files.has(path)
  }

  /** The cached file; none where it is missing or damaged, or where the storage fails. */
  async cached(path: string): Promise<Response | undefined> {
    const file = this.#files.get(path)
    try {
      const found = await (await this.#cache()).match(this.#key(path))
      if (!file || !found) return undefined
      const bytes = await found.arrayBuffer()
      return (await verifyIntegrity(bytes, file)) ? answerOf(path, bytes, found.headers) : undefined
    } catch {
      return undefined
    }
  }

  /** The cached file, or the one from the network, which it caches. An error response where neither is intact. */
  async answer(path: string): Promise<Response> {
    try {
      const cached = await this.cached(path)
      if (cached) return cached
      const fetched = await this.#fetch(path)
      // Without storage, the file is used anyway.
      await this.#put(path, fetched.clone()).catch(() => undefined)
      return fetched
    } catch {
      return Response.error()
    }
  }

  /**
   * Caches all files that are missing or damaged. Throws where one cannot be fetched or stored. Those fetched before stay,
   * unless there is no room for all: then it fetches no more and removes them.
   */
  async cacheAll(): Promise<void> {
    const waiting = [...this.#files.keys()]
    const come: string[] = []
    const work = async () => {
      for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
        if (await this.cached(path)) continue
        await this.#put(path, await this.#fetch(path))
        come.push(path)
      }
    }
    const workers = Array.from({ length: MAX_CONCURRENT_FETCHES }, work)
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

  /** Removes files of earlier builds. */
  async removeOthers(): Promise<void> {
    const cache = await this.#cache()
    const own = new Set([...this.#files.keys()].map(path => new URL(this.#key(path), location.href).href))
    for (const request of await cache.keys()) if (!own.has(request.url)) await cache.delete(request)
  }

  #cache(): Promise<Cache> {
    return caches.open(storageName(STORED_FILES, this.#base))
  }

  /** The hash is part of it: builds that are cached side by side may have different files of one name. */
  #key(path: string): string {
    return `${this.#base}${path}?${this.#files.get(path)?.sha256}`
  }

  async #put(path: string, file: Response): Promise<void> {
    await (await this.#cache()).put(this.#key(path), file)
  }

  /** Fetches a file, a second time past the browser's own cache, which stores compressed answers that were cut off. */
  async #fetch(path: string): Promise<Response> {
    const file = this.#files.get(path)
    for (const cache of ['default', 'reload'] as const) {
      const response = await fetch(this.#base + path, { cache, priority: 'low' } as RequestInit)
      const bytes = await response.arrayBuffer()
      if (file && (await verifyIntegrity(bytes, file))) return answerOf(path, bytes, response.headers)
    }
    throw new Error(`${path} arrived damaged`)
  }
}

/**
 * Response with an intact file, whose type comes from its name. Headers of the network would claim a compression that
 * was undone.
 */
function answerOf(path: string, bytes: ArrayBuffer, received: Headers): Response {
  const headers = new Headers(received)
  headers.delete('Content-Encoding')
  headers.delete('Content-Length')
  headers.set('Content-Type', typeOf(path) as string)
  return new Response(bytes, { headers })
}
