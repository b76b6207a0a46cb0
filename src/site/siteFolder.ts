import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'

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
  #written = 0
  #removed = 0

  constructor(root: string) {
    this.#root = root
  }

  /** @param path below the folder, with `/` between its parts */
  write(path: string, content: string | Uint8Array): void {
    const target = join(this.#root, path)
    const bytes = Buffer.from(content)
    this.#kept.add(path)
    if (holds(target, bytes)) return
    this.#makeRoom(target)
    writeFileSync(target, bytes)
    this.#written++
  }

  /** Removes every file that was not written, and folders that are left without any. */
  finish(): { files: number; written: number; removed: number } {
    if (existsSync(this.#root)) this.#sweep(this.#root)
    return { files: this.#kept.size, written: this.#written, removed: this.#removed }
  }

  /** Where the last site had a file, this one may have a folder, and the other way round. */
  #makeRoom(target: string): void {
    for (let above = dirname(target); above.length > this.#root.length; above = dirname(above))
      if (statSync(above, { throwIfNoEntry: false })?.isFile()) rmSync(above)
    mkdirSync(dirname(target), { recursive: true })
    if (statSync(target, { throwIfNoEntry: false })?.isDirectory()) rmSync(target, { recursive: true })
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
