import { cacheOfFiles, type KeptFile } from './site.ts'
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

  async kept(path: string): Promise<Response | undefined> {
    return (await this.#cache()).match(this.#key(path))
  }

  /** The file as it is kept, or from the network, to be kept from now on. An error if it is not to be had whole. */
  async answer(path: string): Promise<Response> {
    try {
      return (await this.kept(path)) ?? (await this.#fetch(path))
    } catch {
      return Response.error()
    }
  }

  /** Keeps all files that are not kept yet. Throws where one cannot be had; those that have come stay. */
  async keepAll(): Promise<void> {
    const waiting = [...this.#files.keys()]
    const work = async () => {
      for (let path = waiting.shift(); path !== undefined; path = waiting.shift())
        if (!(await this.kept(path))) await this.#fetch(path)
    }
    await Promise.all(Array.from({ length: FILES_AT_ONCE }, work))
  }

  /** Removes what builds before this one kept. */
  async removeOthers(): Promise<void> {
    const cache = await this.#cache()
    const own = new Set([...this.#files.keys()].map(path => new URL(this.#key(path), location.href).href))
    for (const request of await cache.keys()) if (!own.has(request.url)) await cache.delete(request)
  }

  #cache(): Promise<Cache> {
    return caches.open(cacheOfFiles(this.#base))
  }

  /** Builds that are kept side by side may have different files of one name. */
  #key(path: string): string {
    return `${this.#base}${path}?${this.#files.get(path)?.sha256}`
  }

  /** Fetches and keeps a file. Browsers take a compressed answer that was cut off for a whole one, and keep it as such. */
  async #fetch(path: string): Promise<Response> {
    const file = this.#files.get(path)
    for (const cache of ['default', 'reload'] as const) {
      const response = await fetch(this.#base + path, { cache, priority: 'low' } as RequestInit)
      const bytes = await response.arrayBuffer()
      if (!file || !(await isWhole(bytes, file))) continue
      // As the network gave it, it would be compressed, or come from elsewhere.
      const headers = new Headers(response.headers)
      headers.delete('Content-Encoding')
      headers.delete('Content-Length')
      const whole = new Response(bytes, { headers })
      await (await this.#cache()).put(this.#key(path), whole.clone())
      return whole
    }
    throw new Error(`${path} arrived damaged`)
  }
}
