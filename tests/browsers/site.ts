import type { ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort, start, stop, untilAnswered } from './programs.ts'
import { WATCH } from './watch.ts'

const VITE = 'node_modules/vite/bin/vite.js'
const WATCHED = '<script src="/watch.js"></script>'
const BOOT = '<script src="/assets/boot-'

/** Has each page of a built site run `watch.js` first, and the service worker keep that. */
function addWatch(folder: string): void {
  writeFileSync(join(folder, 'watch.js'), WATCH)
  const kept = {
    bytes: Buffer.byteLength(WATCH),
    sha256: createHash('sha256').update(WATCH).digest('hex'),
  }
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(path =>
    path.endsWith('.html'),
  )
  for (const path of [...pages, 'sw.js']) {
    const before = readFileSync(join(folder, path), 'utf8')
    // Pages that only lead to others run nothing.
    if (!before.includes(BOOT)) continue
    const after = before.replaceAll(BOOT, `${WATCHED}${BOOT}`)
    const ofWorker = after.replace(/\bfiles: ?\{/, list => `${list}"watch.js":${JSON.stringify(kept)},`)
    writeFileSync(join(folder, path), path === 'sw.js' ? ofWorker : after)
  }
}

/** A copy of the built site, served by a process of its own as `npm start` does it. */
export class Site {
  readonly folder: string
  readonly #port: number
  #server: ChildProcess | undefined

  private constructor(folder: string, port: number) {
    this.folder = folder
    this.#port = port
  }

  /** @param isWatched whether its pages tell what goes wrong in them */
  static async begin(dist: string, isWatched: boolean): Promise<Site> {
    if (!existsSync(join(dist, 'index.html'))) throw new Error(`There is no site in ${dist}: npm run build`)
    const folder = mkdtempSync(join(tmpdir(), 'broadsheet-'))
    cpSync(dist, folder, { recursive: true })
    if (isWatched) addWatch(folder)
    const site = new Site(folder, await freePort())
    await site.open()
    return site
  }

  get address(): string {
    return `http://localhost:${this.#port}/`
  }

  /** Starts the server unless it runs, after a pause under the same address. */
  async open(): Promise<void> {
    if (this.#server) return
    this.#server = start(process.execPath, [
      VITE,
      'preview',
      '--outDir',
      this.folder,
      '--port',
      String(this.#port),
      '--strictPort',
    ])
    await untilAnswered(this.address)
  }

  /** Ends the server: nobody answers any more. */
  async close(): Promise<void> {
    if (this.#server) await stop(this.#server)
    this.#server = undefined
  }

  async end(): Promise<void> {
    await this.close()
    rmSync(this.folder, { recursive: true })
  }
}
