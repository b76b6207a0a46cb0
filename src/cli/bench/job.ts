import type { EngineName } from './engines.ts'

/** The job of the child process that measures one engine. */
export interface EngineJob {
  engine: EngineName
  /** Absolute path of the documents. */
  documents: string
  /** Only the first documents, this many; all by default. */
  papers?: number
  /** Whether to save the index and to load it again. */
  persisted: boolean
  /** Queries in order. */
  texts: string[]
  /** Number of ids wanted per answer. */
  depth: number
}

export interface TimedAnswer {
  ids: string[]
  ms: number
}

/** The reports of the child process. The time limit starts with `ready`, when the documents are read. */
export type HostMessage =
  | { kind: 'ready' }
  | { kind: 'built'; buildMs: number; heapMB: number }
  | { kind: 'persisted'; indexBytes: number; indexGzipBytes: number; loadMs: number }
  | { kind: 'warmedUp'; warmUpMs: number }
  | { kind: 'answers'; answers: TimedAnswer[] }
