import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { isAbsent } from '../../shared/failure.ts'
import { lockFolder } from '../../shared/folderLock.ts'
import { replaceFile } from '../../shared/replaceFile.ts'

/** Names of incomplete responses, made by `replaceFile`. */
const PART = /^\.(?:daily-papers|arxiv)-.*\.part$/

/** The folder that caches responses byte for byte. */
export class ResponseStore {
  readonly folder: string

  constructor(folder: string) {
    this.folder = folder
  }

  pathOf(file: string): string {
    return join(this.folder, file)
  }

  /** A cached response and when it was received, in ms. */
  async find(file: string): Promise<{ text: string; receivedAt: number } | undefined> {
    try {
      const path = this.pathOf(file)
      return { text: await readFile(path, 'utf8'), receivedAt: (await stat(path)).mtimeMs }
    } catch (error) {
      if (isAbsent(error)) return undefined
      throw error
    }
  }

  /** Saves a response, whole or not at all. */
  save(file: string, bytes: Uint8Array, receivedAt: number): void {
    replaceFile(this.pathOf(file), bytes, undefined, { flush: true, modifiedAt: receivedAt })
  }

  /** Runs work that saves responses while no other process does, after removing what an interrupted one left behind. */
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
