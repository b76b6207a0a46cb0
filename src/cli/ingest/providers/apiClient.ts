import type { ApiRequest, Clock } from './apiRequest.ts'
import { backoffMs, MAX_TRIES } from './backoff.ts'
import { type HttpFailure, type HttpResponse, httpGet } from './httpGet.ts'

/** The conventions of an API. */
export interface ApiConventions {
  /** The format of its responses, as people call it: `JSON`. */
  format: string
  /** Media types of its responses; the first one is requested. */
  types: readonly string[]
  /** Least time between two requests. */
  pauseMs: number
  timeoutMs: number
}

export type ApiResponse =
  | { ok: true; text: string; bytes: Uint8Array; entries: number }
  | { ok: false; message: string; isUnreachable: boolean; rejection?: string | undefined }

type Try =
  | ApiResponse
  | (HttpFailure & { ok: false; retryAfter?: string | null; rejection?: string | undefined })

/** Statuses worth another try, beside those from 500 on. */
const RETRY_STATUSES = [408, 425, 429]
const WEB_PAGE = /^\ufeff?\s*<(?:!doctype\s+html|html|head|body)\b/i

const failed = (
  message: string,
  isFinal: boolean,
  retryAfter: string | null = null,
  rejection: string | undefined = undefined,
): Try => ({ ok: false, message, isFinal, isUnreachable: false, retryAfter, rejection })

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // The only reason to throw: it is not UTF-8.
    return undefined
  }
}

/** Sends requests to one API, one after another, with its pause between them and with retries. */
export class ApiClient {
  readonly #conventions: ApiConventions
  readonly #clock: Clock
  #nextAt = Number.NEGATIVE_INFINITY

  constructor(conventions: ApiConventions, clock: Clock) {
    this.#conventions = conventions
    this.#clock = clock
  }

  async send(request: ApiRequest): Promise<ApiResponse> {
    for (let tries = 1; ; tries++) {
      const result = await this.#try(request)
      if (result.ok || !('isFinal' in result)) return result
      const { message, isFinal, isUnreachable, retryAfter = null, rejection } = result
      if (isFinal) return { ok: false, message, isUnreachable, rejection }
      if (tries === MAX_TRIES) return { ok: false, message: `${message} (${MAX_TRIES} tries)`, isUnreachable }
      await this.#clock.sleep(backoffMs(tries, retryAfter, this.#clock.now()))
    }
  }

  async #try(request: ApiRequest): Promise<Try> {
    const early = this.#nextAt - this.#clock.now()
    if (early > 0) await this.#clock.sleep(early)
    const { types, timeoutMs, pauseMs } = this.#conventions
    const response = await httpGet(request.address, types[0] ?? '*/*', timeoutMs)
    this.#nextAt = this.#clock.now() + pauseMs
    return 'message' in response ? { ok: false, ...response } : this.#judge(response, request)
  }

  #judge({ status, statusText, type, retryAfter, bytes }: HttpResponse, request: ApiRequest): Try {
    const { types, format } = this.#conventions
    const text = decode(bytes)
    const isTyped = types.includes(type.toLowerCase())
    const check = text === undefined ? undefined : request.check(text)
    if (status !== 200) {
      // The API itself may explain more in the body; the page of a proxy does not.
      const more = isTyped && check?.ok === false && bytes.length > 0 ? `: ${check.message}` : ''
      const isFinal = status < 500 && !RETRY_STATUSES.includes(status)
      const reason = check?.ok === false ? check.rejection : undefined
      const rejection = status === 400 ? (reason ?? '') : undefined
      return failed(`answers ${status} ${statusText}`.trim() + more, isFinal, retryAfter, rejection)
    }
    if (bytes.length === 0) return failed('the answer is empty', false)
    if (text !== undefined && WEB_PAGE.test(text)) {
      return failed(`answers with a web page, not ${format}: the network may want a login first`, true)
    }
    if (!isTyped && type !== '') return failed(`answers with ${type}, not ${format}`, true)
    if (text === undefined || check === undefined) return failed('the answer is not UTF-8 text', false)
    if (!check.ok) {
      const { message, rejection } = check
      return failed(`the answer cannot be used: ${message}`, rejection !== undefined, null, rejection)
    }
    return { ok: true, text, bytes, entries: check.entries }
  }
}
