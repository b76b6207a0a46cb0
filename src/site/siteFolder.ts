import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'

function holds(path: string, content: Buffer): boolean {
  const there = statSync(path, { throwIfNoEntry: false })
  return there?.isFile() === true && there.size === content.length && readFileSync(path).equals(content)
}

/**
 * The folder that a site is written to, file by file. What is there already with the same content is left alone, so that
 * copying the folder to a host copies only what has changed; what was not written is removed at the end.
 */
export class SiteFolder {
  readonly #root: string
  readonly #kept = new Set<string>()
  readonly #folders = new Set<string>()
  #written = 0
  #removed = 0

  constructor(root: string) {
    this.#root = resolve(root)
  }

  /** @param path below the folder, with `/` between its parts */
  write(path: string, content: string | Uint8Array): void {
    const target = join(this.#root, path)
    const bytes = Buffer.from(content)
    this.#kept.add(path)
    this.#makeRoom(dirname(target))
    if (holds(target, bytes)) return
    rmSync(target, { recursive: true, force: true })
    writeFileSync(target, bytes)
    this.#written++
  }

  /** Removes every file that was not written, and folders that are left without any. */
  finish(): { files: number; written: number; removed: number } {
    if (existsSync(this.#root)) this.#sweep(this.#root)
    return { files: this.#kept.size, written: this.#written, removed: this.#removed }
  }

  /** Makes a folder, and removes files of the last site that stand where it or one above it has to be. */
  #makeRoom(folder: string): void {
    if (this.#folders.has(folder)) return
    if (folder !== this.#root) this.#makeRoom(dirname(folder))
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === false) rmSync(folder)
    mkdirSync(folder, { recursive: true })
    this.#folders.add(folder)
  }

  #sweep(folder: string): void {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) {
        this.#sweep(path)
        if (readdirSync(path).length === 0) rmSync(path, { recursive: true })
      } else if (!this.#kept.has(relative(this.#root, path).split(sep).join('/'))) {
        rmSync(path)
        this.#removed++
      }
    }
  }
}
