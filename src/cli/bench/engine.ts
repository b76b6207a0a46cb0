import type { Document } from '../shared/collections.ts'

type Eventually<T> = T | Promise<T>

/** An index that answers. */
export interface Index {
  /** Ids of the documents found, best first, at most `limit`. */
  find(text: string, limit: number): Eventually<readonly string[]>
  /** Does what the engine does on a site while nobody asks anything; answers can be had before. */
  rehearse?(): Promise<void>
  /** The index as files that a site could ship; absent where the engine has no such form. */
  save?(): Eventually<Uint8Array[]>
}

/** An engine over given documents. */
export interface Setup {
  build(): Eventually<Index>
  /** Makes the index from what `save` gave. */
  load?(files: readonly Uint8Array[]): Eventually<Index>
}

/**
 * An engine that takes part in the comparison. `setUp` brings the documents into the form it wants; that is not
 * measured, `build` is.
 */
export interface Engine {
  label: string
  setUp(documents: readonly Document[]): Eventually<Setup>
}

export const jsonFile = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value))

/** What `jsonFile` wrote. Callers name the type: both ends are the same engine in the same process. */
export const parsedFile = <T>(files: readonly Uint8Array[]): T =>
  JSON.parse(Buffer.from(files[0] ?? []).toString()) as T
