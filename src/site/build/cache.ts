import { createHash } from 'node:crypto'
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'

/** Stores results, so that the same input is not processed twice. */
export interface BuildCache {
  /** The stored value of a key, or else that of `make`. */
  get<T>(key: string, make: () => T): T
}

export const noCache: BuildCache = { get: (_key, make) => make() }

const HASH_BYTES = 32
/** Names of stored values, and of values being written. */
const OWN_NAME = /^[0-9a-f]{64}(?:\.\d+)?$/
const MAX_AGE_MS = 30 * 24 * 60 * 60 * 1000

const hashOf = (...parts: (string | Uint8Array)[]): Buffer => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/** All files below a folder, sorted. */
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .sort()

/** A hash of the code in these folders and files and of the version of Node. */
export const versionOfCode = (...paths: string[]): string => {
  const files = paths.flatMap(path => (statSync(path).isDirectory() ? filesIn(path) : [path]))
  return hashOf(process.version, ...files.map(file => readFileSync(file))).toString('hex')
}

/**
 * A cache in a folder. Damaged files count as absent, and values unused for a month are removed. If the folder cannot be
 * written, nothing is stored, without an error.
 */
export class FolderCache implements BuildCache {
  readonly #folder: string
  readonly #version: string

  /** @param version of the code that makes the values: other versions find none of them */
  constructor(folder: string, version: string) {
    this.#folder = folder
    this.#version = version
    this.#removeOld()
  }

  get<T>(key: string, make: () => T): T {
    const path = join(this.#folder, hashOf(this.#version, '\n', key).toString('hex'))
    const kept = this.#read(path)
    if (kept) return deserialize(kept) as T
    const made = make()
    this.#write(path, serialize(made))
    return made
  }

  #read(path: string): Buffer | undefined {
    try {
      const bytes = readFileSync(path)
      const content = bytes.subarray(HASH_BYTES)
      if (!hashOf(content).equals(bytes.subarray(0, HASH_BYTES))) return undefined
      const now = new Date()
      utimesSync(path, now, now)
      return content
    } catch {
      return undefined
    }
  }

  #write(path: string, content: Buffer): void {
    const partial = `${path}.${process.pid}`
    try {
      mkdirSync(this.#folder, { recursive: true })
      writeFileSync(partial, Buffer.concat([hashOf(content), content]))
      renameSync(partial, path)
    } catch {
      // Nothing is stored. An incomplete file is removed when it is old.
    }
  }

  #removeOld(): void {
    const oldest = Date.now() - MAX_AGE_MS
    try {
      for (const name of readdirSync(this.#folder)) {
        const file = join(this.#folder, name)
        if (OWN_NAME.test(name) && statSync(file).mtimeMs < oldest) rmSync(file, { force: true })
      }
    } catch {
      // The folder does not exist yet, or must not be cleaned.
    }
  }
}
