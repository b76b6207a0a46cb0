import type { CorpusState, LoadProgress } from './corpusState.ts'
import type { AnswerOf, ArgsOf, Method } from './engine.ts'

/** One call of a method. */
export type Call<M extends Method = Method> = { [K in M]: { method: K; args: ArgsOf<K> } }[M]

/** Sent by a client. Numbers identify calls: an answer carries the number of its call. */
export type ClientMessage<M extends Method = Method> =
  | { type: 'call'; number: number; call: Call<M> }
  | { type: 'abort'; number: number }

/** Sent by a server. */
export type ServerMessage =
  | { type: 'answer'; number: number; answer: AnswerOf<Method> }
  | { type: 'error'; number: number; reason: string }

/** From the page to the search worker. */
export type ToWorker =
  | ClientMessage
  | { type: 'open'; corpus: string }
  /** Loads what failed to load before. */
  | { type: 'retry' }
  /** Asks for a `pong`, which tells that the worker is alive and was told to open a corpus. */
  | { type: 'ping' }

/** From the search worker to the page. */
export type ToPage =
  | ServerMessage
  | { type: 'corpus'; corpus: CorpusState }
  | { type: 'progress'; progress: LoadProgress }
  /** The script of the worker runs. */
  | { type: 'started' }
  /** `isOpen`: the worker was told to open a corpus. Otherwise it cannot answer any call. */
  | { type: 'pong'; isOpen: boolean }
  | { type: 'failed'; reason: string }
