import {
  type AnswerOf,
  type ArgsOf,
  engineOf,
  type Method,
  type SearchEngine,
  type Signal,
} from './engine.ts'
import type { ClientMessage, ServerMessage } from './protocol.ts'

/** Sends a message to a server, or drops it where there is none. */
type Post = <M extends Method>(message: ClientMessage<M>) => void

interface Pending {
  send: () => void
  /** A server answers a call with the answer of its method. */
  resolve(answer: AnswerOf<Method>): void
  reject(error: Error): void
}

/** Calls the methods of an engine behind a port. */
export class EngineClient {
  readonly engine: SearchEngine = engineOf((method, args, signal) => this.#call(method, args, signal))
  readonly #post: Post
  readonly #pending = new Map<number, Pending>()
  #calls = 0
  #failure: Error | undefined

  constructor(post: Post) {
    this.#post = post
  }

  /** Number of calls without an answer. */
  get pending(): number {
    return this.#pending.size
  }

  /** Takes in a message of the server. Answers to aborted calls are ignored. */
  receive(message: ServerMessage): void {
    const pending = this.#settle(message.number)
    if (message.type === 'answer') pending?.resolve(message.answer)
    else pending?.reject(new Error(message.reason))
  }

  /** Sends all pending calls to a server that knows none of them. */
  resend(): void {
    for (const { send } of this.#pending.values()) send()
  }

  /** Rejects all pending calls, and those to come until `recover`. */
  fail(failure: Error): void {
    this.#failure = failure
    for (const number of [...this.#pending.keys()]) this.#settle(number)?.reject(failure)
  }

  recover(): void {
    this.#failure = undefined
  }

  #settle(number: number): Pending | undefined {
    const pending = this.#pending.get(number)
    this.#pending.delete(number)
    return pending
  }

  #call<M extends Method>(method: M, args: ArgsOf<M>, signal?: Signal): Promise<AnswerOf<M>> {
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted()
      if (this.#failure) throw this.#failure
      const number = this.#calls++
      const send = () => this.#post<M>({ type: 'call', number, call: { method, args } })
      this.#pending.set(number, { send, resolve: (answer: AnswerOf<M>) => resolve(answer), reject })
      signal?.addEventListener('abort', () => {
        if (!this.#settle(number)) return
        this.#post({ type: 'abort', number })
        reject(signal.reason)
      })
      send()
    })
  }
}
