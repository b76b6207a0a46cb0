import type { EngineName } from './engines.ts'

/** What a child process is asked to do with one engine. */
export interface Job {
  engine: EngineName
  /** Absolute path of the documents. */
  documents: string
  /** How many of them, from the first on. Absent: all. */
  papers?: number
  /** Whether to save the index and to load it again. */
  persisted: boolean
  /** Queries in the order in which they are asked. */
  texts: string[]
  /** How many ids of each answer are wanted. */
  depth: number
}

export interface Answer {
  ids: string[]
  ms: number
}

/** What it reports meanwhile. The clock of the cap starts with `ready`, when the documents are read. */
export type Message =
  | { kind: 'ready' }
  | { kind: 'built'; buildMs: number; heapMB: number }
  | { kind: 'persisted'; indexBytes: number; indexGzipBytes: number; loadMs: number }
  | { kind: 'rehearsed'; rehearseMs: number }
  | { kind: 'answers'; answers: Answer[] }
