import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { isAbsent } from '../../shared/failure.ts'
import { lockFolder } from '../../shared/folderLock.ts'
import { replaceFile } from '../../shared/replaceFile.ts'

/** What `replaceFile` calls an answer that is not whole. */
const PART = /^\.(?:daily-papers|arxiv)-.*\.part$/

/** The folder that keeps answers as they came. */
export class RawAnswers {
  readonly folder: string

  constructor(folder: string) {
    this.folder = folder
  }

  pathOf(file: string): string {
    return join(this.folder, file)
  }

  /** An answer from before and when it came, in ms; nothing where there is none. */
  async find(file: string): Promise<{ text: string; cameAt: number } | undefined> {
    try {
      const path = this.pathOf(file)
      return { text: await readFile(path, 'utf8'), cameAt: (await stat(path)).mtimeMs }
    } catch (error) {
      if (isAbsent(error)) return undefined
      throw error
    }
  }

  /** Keeps an answer: whole, or, where anything comes between, not at all. */
  keep(file: string, bytes: Uint8Array, cameAt: number): void {
    replaceFile(this.pathOf(file), bytes, undefined, { flush: true, modifiedAt: cameAt })
  }

  /** Does work that keeps answers, while no other process does, and clears away what one that was cut off left behind. */
  async whileLocked<T>(work: () => Promise<T>): Promise<T> {
    await mkdir(this.folder, { recursive: true })
    const unlock = await lockFolder(resolve(this.folder))
    try {
      for (const name of await readdir(this.folder)) {
        if (PART.test(name)) await rm(this.pathOf(name), { force: true })
      }
      return await work()
    } finally {
      unlock()
    }
  }
}
