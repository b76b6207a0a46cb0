import { mkdirSync, readdirSync, readFileSync, rmdirSync, unlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { codeOf } from '#cli/shared/failure.ts'
import { lockFile } from '#cli/shared/folderLock.ts'
import { realFolder } from '#cli/shared/realFolder.ts'
import { replaceFile } from '#cli/shared/replaceFile.ts'
import { isNamedByContent } from '../hosts/headers.ts'
import { adoptedFiles } from './adoption.ts'
import { entryAt, foldersOf, formatList, LIST, LOCK, type OwnFiles, PART, readList } from './ownFiles.ts'

/** Error codes of files and folders that are mounted, in use or not empty. */
const BUSY: readonly unknown[] = ['EBUSY', 'ENOTEMPTY', 'EEXIST', 'EPERM', 'EACCES']

const MAX_NAMED = 10

/** Order of removing old files: pages first, files that pages name last. */
function rankOf(path: string): number {
  if (path.endsWith('.html')) return 0
  return isNamedByContent(path) ? 2 : 1
}

/** Some file systems do not distinguish names by case or by the encoding of accents. */
const folded = (path: string): string => path.normalize('NFC').toLowerCase()

/**
 * The output folder of a site. It can contain other people's files: a build replaces and removes only files that builds
 * wrote, according to the list of its files, which is written before the first of them.
 */
export class SiteFolder {
  readonly #root: string
  readonly #shown: string
  #before: OwnFiles = { files: new Set(), folders: new Set() }
  readonly #folders = new Set<string>()
  readonly #planned = new Set<string>()
  readonly #ready = new Set<string>()
  #written = 0
  #removed = 0

  /** @param shown name of the folder in messages */
  constructor(root: string, shown = root) {
    this.#root = root
    this.#shown = shown
  }

  /**
   * Writes the list of all files to come and of those of the last build. Throws an `Error`, before anything is written, if
   * one of them would replace a file that is not from a build.
   *
   * @param paths below the folder, separated by `/`
   */
  begin(paths: Iterable<string>): void {
    this.#before = readList(this.#root) ?? adoptedFiles(this.#root)
    for (const path of paths) this.#planned.add(path)
    this.#checkFree()
    const files = new Set([...this.#before.files, ...this.#planned])
    for (const folder of this.#before.folders) {
      if (this.#isReal(folder)) this.#folders.add(folder)
    }
    for (const folder of new Set([...this.#planned].flatMap(foldersOf))) {
      if (!this.#isReal(folder)) this.#folders.add(folder)
    }
    this.#removeParts(files)
    this.#writeList(files)
  }

  /** Writes a file atomically, unless it has this content already. */
  write(path: string, content: string | Uint8Array): void {
    if (!this.#planned.has(path)) throw new Error(`${path} was written without being planned.`)
    const target = join(this.#root, path)
    const bytes = Buffer.from(content)
    this.#makeFolder(path.slice(0, Math.max(0, path.lastIndexOf('/'))))
    let before = entryAt(target)
    if (before?.isDirectory()) {
      this.#clear(path)
      before = undefined
    }
    if (before && !before.isFile()) throw new Error(this.#obstacleText([path]))
    if (before?.size === bytes.length && readFileSync(target).equals(bytes)) return
    replaceFile(target, bytes, before, { part: join(dirname(target), PART) })
    this.#written++
  }

  /** Removes files of the last build that this one did not write, and empty folders that builds made. */
  finish(): { files: number; written: number; removed: number } {
    const kept = new Map([...this.#planned].map(path => [folded(path), path]))
    const old = [...this.#before.files].filter(path => !this.#planned.has(path))
    const left = new Set(this.#planned)
    for (const path of old.sort((a, b) => rankOf(a) - rankOf(b))) {
      const same = kept.get(folded(path))
      if (same !== undefined && this.#isSame(path, same)) continue
      if (!this.#remove(path)) left.add(path)
    }
    // Inner folders first.
    for (const folder of [...this.#folders].sort().reverse()) this.#removeFolder(folder)
    this.#writeList(left)
    return { files: this.#planned.size, written: this.#written, removed: this.#removed }
  }

  /** Whether a path is a folder below folders only, without links. */
  #isReal(folder: string): boolean {
    return [...foldersOf(folder), folder].every(part =>
      part === '' ? true : entryAt(join(this.#root, part))?.isDirectory(),
    )
  }

  #isSame(path: string, other: string): boolean {
    const [a, b] = [path, other].map(each => entryAt(join(this.#root, each)))
    return a !== undefined && a.ino === b?.ino && a.dev === b.dev
  }

  #checkFree(): void {
    const seen = new Map<string, string | undefined>()
    const obstacles = new Set<string>()
    for (const path of this.#planned) {
      const obstacle = this.#obstacleOn(path, seen)
      if (obstacle !== undefined) obstacles.add(obstacle)
    }
    if (obstacles.size > 0) throw new Error(this.#obstacleText([...obstacles]))
  }

  /** The path that blocks a file and is not from a build: its own, or that of a folder above it. */
  #obstacleOn(path: string, seen: Map<string, string | undefined>): string | undefined {
    for (const folder of foldersOf(path)) {
      if (!seen.has(folder)) seen.set(folder, this.#isInTheWay(folder, true) ? folder : undefined)
      if (seen.get(folder) !== undefined) return folder
      // A file of the last build is removed for a folder, so nothing blocks the files below it.
      if (!entryAt(join(this.#root, folder))?.isDirectory()) return undefined
    }
    return this.#isInTheWay(path, false) ? path : undefined
  }

  #isInTheWay(path: string, isFolder: boolean): boolean {
    const entry = entryAt(join(this.#root, path))
    if (entry === undefined) return false
    if (entry.isDirectory()) return !isFolder && !this.#isOwnFolder(path)
    return !entry.isFile() || !this.#before.files.has(path)
  }

  /** Whether a folder contains only files that builds wrote. */
  #isOwnFolder(folder: string): boolean {
    if (!this.#before.folders.has(folder)) return false
    return readdirSync(join(this.#root, folder), { withFileTypes: true }).every(entry => {
      const path = `${folder}/${entry.name}`
      if (entry.isDirectory()) return this.#isOwnFolder(path)
      return entry.isFile() && (this.#before.files.has(path) || entry.name === PART)
    })
  }

  #obstacleText(paths: readonly string[]): string {
    const lines = paths.slice(0, MAX_NAMED).map(path => {
      const isLink = entryAt(join(this.#root, path))?.isSymbolicLink()
      return `${join(this.#shown, path)} is ${isLink ? 'a symbolic link' : 'not from a build'}, and the site has a file or folder of that name.`
    })
    const more = paths.length > MAX_NAMED ? [`… and ${paths.length - MAX_NAMED} more.`] : []
    return [
      ...lines,
      ...more,
      'Move it to another place or delete it, or give --out another folder. Nothing was written.',
    ].join('\n')
  }

  /** Removes incomplete files of an interrupted build. */
  #removeParts(files: ReadonlySet<string>): void {
    const folders = new Set(['', ...[...files].flatMap(foldersOf)])
    for (const folder of folders) {
      const part = join(this.#root, folder, PART)
      if (this.#isReal(folder) && entryAt(part)?.isFile()) unlinkSync(part)
    }
  }

  #writeList(files: Set<string>): void {
    const path = join(this.#root, LIST)
    const bytes = Buffer.from(formatList({ files, folders: this.#folders }))
    const before = entryAt(path)
    if (before?.size === bytes.length && readFileSync(path).equals(bytes)) return
    replaceFile(path, bytes, before, { flush: true, part: join(this.#root, PART) })
  }

  /** Makes a folder, and removes files of the last build at its path or at that of a folder above it. */
  #makeFolder(folder: string): void {
    if (this.#ready.has(folder)) return
    if (folder !== '') {
      this.#makeFolder(foldersOf(folder).at(-1) ?? '')
      const entry = entryAt(join(this.#root, folder))
      if (entry && !entry.isDirectory()) {
        if (!this.#before.files.has(folder) || !this.#remove(folder))
          throw new Error(this.#obstacleText([folder]))
      }
      mkdirSync(join(this.#root, folder), { recursive: true })
    }
    this.#ready.add(folder)
  }

  /** Removes a folder of the last build with all files that builds wrote into it. */
  #clear(folder: string): void {
    for (const path of this.#before.files) if (path.startsWith(`${folder}/`)) this.#remove(path)
    const below = [...this.#folders].filter(other => other === folder || other.startsWith(`${folder}/`))
    for (const each of below.sort().reverse()) this.#removeFolder(each)
  }

  /** Removes a file of the last build, unless no build wrote the present one. False if it cannot be removed. */
  #remove(path: string): boolean {
    const target = join(this.#root, path)
    if (!this.#isReal(dirname(path) === '.' ? '' : dirname(path)) || !entryAt(target)?.isFile()) return true
    try {
      unlinkSync(target)
    } catch (error) {
      if (codeOf(error) === 'EBUSY') return false
      throw error
    }
    this.#removed++
    return true
  }

  #removeFolder(folder: string): void {
    if (this.#isReal(folder)) {
      try {
        rmdirSync(join(this.#root, folder))
      } catch (error) {
        if (!BUSY.includes(codeOf(error))) throw error
        return
      }
    }
    this.#folders.delete(folder)
  }
}

/** Writes a site into a folder that is locked for other builds. */
export async function withSiteFolder<T>(out: string, work: (folder: SiteFolder) => Promise<T>): Promise<T> {
  const root = await realFolder(out)
  const isNew = mkdirSync(root, { recursive: true }) !== undefined
  try {
    const unlock = await lockFile(join(root, LOCK), 'build')
    try {
      return await work(new SiteFolder(root, out))
    } finally {
      unlock()
    }
  } finally {
    if (isNew && readdirSync(root).length === 0) rmdirSync(root)
  }
}
