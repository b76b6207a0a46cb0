import type { LoadedCorpus } from './loadedCorpus.ts'
import type { METHODS } from './methods/index.ts'

type Table = typeof METHODS

export type Method = keyof Table

/** Arguments of a method that needs none. */
type NoArgs = Record<string, never>

type ArgsByMethod = {
  [M in Method]: Parameters<Table[M]> extends [LoadedCorpus, infer A] ? A : NoArgs
}
type AnswerByMethod = { [M in Method]: Awaited<ReturnType<Table[M]>> }

/** Arguments of a method: plain JSON. */
export type ArgsOf<M extends Method> = ArgsByMethod[M]

/** Answer of a method: plain JSON. */
export type AnswerOf<M extends Method> = AnswerByMethod[M]

/** The table of methods as seen by code that does not know which one it calls. */
export type MethodTable = {
  readonly [M in Method]: (corpus: LoadedCorpus, args: ArgsOf<M>) => AnswerOf<M> | Promise<AnswerOf<M>>
}

/** The part of an `AbortSignal` that engines use: core is compiled without the types of browsers. */
export interface Signal {
  readonly reason: unknown
  throwIfAborted(): void
  addEventListener(type: 'abort', listener: () => void): void
}

/**
 * Answers questions about a corpus, wherever it is held. Each method may be aborted through its signal, and then rejects
 * with the reason of the signal.
 */
export type SearchEngine = {
  readonly [M in Method]: (args: ArgsOf<M>, signal?: Signal) => Promise<AnswerOf<M>>
}

/** Calls one method of an engine. */
export type CallMethod = <M extends Method>(
  method: M,
  args: ArgsOf<M>,
  signal?: Signal,
) => Promise<AnswerOf<M>>

/** An engine all of whose methods are calls of one function, so that nothing has to list them. */
export const engineOf = (call: CallMethod): SearchEngine =>
  new Proxy(Object.create(null), {
    // An engine with a method `then` would be taken for a promise.
    get: (_, method: Method | 'then') =>
      method === 'then' ? undefined : (args: ArgsOf<Method>, signal?: Signal) => call(method, args, signal),
  })
