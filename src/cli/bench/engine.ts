import type { CollectionDocument } from '../shared/collections.ts'

type Eventually<T> = T | Promise<T>

/** An index that answers. */
export interface BenchIndex {
  /** Ids of the documents found, best first, at most `limit`. */
  find(text: string, limit: number): Eventually<readonly string[]>
  /** The work of an idle site before the first query; the index answers without it, too. */
  warmUp?(): Promise<void>
  /** The index as files that a site could ship; absent if the engine has no such form. */
  save?(): Eventually<Uint8Array[]>
}

/** An engine over given documents. */
export interface EngineSetup {
  build(): Eventually<BenchIndex>
  /** Loads the index from the files of `save`. */
  load?(files: readonly Uint8Array[]): Eventually<BenchIndex>
}

/** An engine in the comparison. `setUp` converts the documents to its form, unmeasured; `build` is measured. */
export interface BenchEngine {
  label: string
  setUp(documents: readonly CollectionDocument[]): Eventually<EngineSetup>
}

export const jsonFile = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value))

/** Parses a file of `jsonFile`. Callers name the type: both ends are the same engine in the same process. */
export const parsedFile = <T>(files: readonly Uint8Array[]): T =>
  JSON.parse(Buffer.from(files[0] ?? []).toString()) as T
