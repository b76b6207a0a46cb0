import type { Clock, Question } from './apiRequest.ts'
import { TRIES, waitAfter } from './backoff.ts'
import { type NotReceived, type Received, request } from './httpGet.ts'

/** How a site is asked. */
export interface Manners {
  /** What its answers are called: `JSON`. */
  called: string
  /** Their media types, the first as it is asked for. */
  types: readonly string[]
  /** Between one request and the next. */
  pauseMs: number
  timeoutMs: number
}

export type Answer =
  | { ok: true; text: string; bytes: Uint8Array; entries: number }
  | { ok: false; why: string; unreachable: boolean; refusal?: string | undefined }

type Attempt =
  | Answer
  | (NotReceived & { ok: false; retryAfter?: string | null; refusal?: string | undefined })

/** Statuses that ask for patience, beside those from 500 on. */
const LATER = [408, 425, 429]
const WEB_PAGE = /^\ufeff?\s*<(?:!doctype\s+html|html|head|body)\b/i

const no = (
  why: string,
  isFinal: boolean,
  retryAfter: string | null = null,
  refusal: string | undefined = undefined,
): Attempt => ({ ok: false, why, isFinal, unreachable: false, retryAfter, refusal })

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // The only reason to throw: it is not UTF-8.
    return undefined
  }
}

/** Asks questions of one site, one after another, at its pace, and again where it may help. */
export class Site {
  readonly #manners: Manners
  readonly #clock: Clock
  #freeAt = Number.NEGATIVE_INFINITY

  constructor(manners: Manners, clock: Clock) {
    this.#manners = manners
    this.#clock = clock
  }

  async ask(question: Question): Promise<Answer> {
    for (let tries = 1; ; tries++) {
      const attempt = await this.#try(question)
      if (attempt.ok || !('isFinal' in attempt)) return attempt
      const { why, isFinal, unreachable, retryAfter = null, refusal } = attempt
      if (isFinal) return { ok: false, why, unreachable, refusal }
      if (tries === TRIES) return { ok: false, why: `${why} (${TRIES} tries)`, unreachable }
      await this.#clock.sleep(waitAfter(tries, retryAfter, this.#clock.now()))
    }
  }

  async #try(question: Question): Promise<Attempt> {
    const early = this.#freeAt - this.#clock.now()
    if (early > 0) await this.#clock.sleep(early)
    const { types, timeoutMs, pauseMs } = this.#manners
    const answer = await request(question.address, types[0] ?? '*/*', timeoutMs)
    this.#freeAt = this.#clock.now() + pauseMs
    return 'why' in answer ? { ok: false, ...answer } : this.#judge(answer, question)
  }

  #judge({ status, statusText, type, retryAfter, bytes }: Received, question: Question): Attempt {
    const text = decoded(bytes)
    const isTyped = this.#manners.types.includes(type.toLowerCase())
    const look = text === undefined ? undefined : question.look(text)
    if (status !== 200) {
      // The API itself may say more in the body, a proxy's page does not.
      const more = isTyped && look?.ok === false && bytes.length > 0 ? `: ${look.why}` : ''
      const isFinal = status < 500 && !LATER.includes(status)
      const said = look?.ok === false ? look.refusal : undefined
      const refusal = status === 400 ? (said ?? '') : undefined
      return no(`answers ${status} ${statusText}`.trim() + more, isFinal, retryAfter, refusal)
    }
    if (bytes.length === 0) return no('the answer is empty', false)
    if (text !== undefined && WEB_PAGE.test(text)) {
      return no(
        `answers with a web page, not ${this.#manners.called}: the network may want a login first`,
        true,
      )
    }
    if (!isTyped && type !== '') return no(`answers with ${type}, not ${this.#manners.called}`, true)
    if (text === undefined || look === undefined) return no('the answer is not UTF-8 text', false)
    if (!look.ok)
      return no(`the answer cannot be used: ${look.why}`, look.refusal !== undefined, null, look.refusal)
    return { ok: true, text, bytes, entries: look.entries }
  }
}
