import { SIZE_LIMIT } from '#core/sources/sniff.ts'
import { codeOf, messageOf } from '../../shared/failure.ts'

/** An answer of any kind, whole. */
export interface Received {
  status: number
  statusText: string
  /** The media type, empty where none is said. */
  type: string
  retryAfter: string | null
  bytes: Uint8Array
}

/** No whole answer. Of `unreachable` sites nothing was heard at all. */
export interface NotReceived {
  why: string
  isFinal: boolean
  unreachable: boolean
}

/** Something about an answer that ends it; asking again would not help. */
class Refused extends Error {}
/** Asking again may help. */
class TimedOut extends Error {}

const REDIRECTS = [301, 302, 303, 307, 308]
const MAX_REDIRECTS = 5
/** A whole answer may take so many times as long as its next byte. */
const WHOLE_TIMES = 12

const UNREACHABLE: Record<string, string> = {
  ENOTFOUND: 'there is no such host, or no network',
  EAI_AGAIN: 'there is no such host, or no network',
  ECONNREFUSED: 'the connection was refused',
  EHOSTUNREACH: 'there is no way to that host',
  ENETUNREACH: 'there is no network',
  UND_ERR_CONNECT_TIMEOUT: 'no connection came about in time',
}

const seconds = (ms: number): string => `${ms / 1000} s`

/** Where a redirect leads, if that is the same site: any other may be a network that wants a login first. */
function followed(from: URL, location: string | null): URL {
  const to = location !== null && URL.canParse(location, from.href) ? new URL(location, from) : undefined
  if (to?.host === from.host && (to.protocol === from.protocol || to.protocol === 'https:')) return to
  throw new Refused(`redirects elsewhere, to ${to?.href ?? location ?? 'nowhere'}, which is not followed`)
}

async function answerAt(address: URL, init: RequestInit): Promise<Response> {
  let url = address
  for (let hops = 0; hops <= MAX_REDIRECTS; hops++) {
    const response = await fetch(url, { ...init, redirect: 'manual' })
    if (!REDIRECTS.includes(response.status)) return response
    await response.body?.cancel()
    url = followed(url, response.headers.get('location'))
  }
  throw new Refused(`redirects more than ${MAX_REDIRECTS} times`)
}

async function bodyOf(response: Response, onBytes: () => void): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const bytes of response.body ?? []) {
    onBytes()
    size += bytes.length
    if (size > SIZE_LIMIT) throw new Refused(`the answer is larger than ${SIZE_LIMIT / 1e6} MB`)
    pieces.push(bytes)
  }
  return Buffer.concat(pieces)
}

function failureOf(error: unknown): NotReceived {
  if (error instanceof Refused) return { why: error.message, isFinal: true, unreachable: false }
  if (error instanceof TimedOut) return { why: error.message, isFinal: false, unreachable: false }
  // What Node's fetch throws says nothing itself.
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error
  const code = String(codeOf(cause) ?? '')
  const unreachable = Object.hasOwn(UNREACHABLE, code) ? UNREACHABLE[code] : undefined
  if (unreachable !== undefined) {
    return { why: `cannot be reached: ${unreachable} (${code})`, isFinal: false, unreachable: true }
  }
  const why = code.startsWith('Z_') ? 'the compressed answer is damaged' : 'the connection broke off'
  return { why: `${why} (${messageOf(cause) || code})`, isFinal: false, unreachable: false }
}

/**
 * Asks for an address once. The body is read up to `SIZE_LIMIT` bytes, unpacked. Redirects are followed within the site only.
 *
 * @param timeoutMs how long the beginning of the answer, and then each next piece, may take
 */
export async function request(
  address: string,
  accept: string,
  timeoutMs: number,
): Promise<Received | NotReceived> {
  const controller = new AbortController()
  const abortAfter = (ms: number, why: string) => setTimeout(() => controller.abort(new TimedOut(why)), ms)
  const whole = abortAfter(timeoutMs * WHOLE_TIMES, `took longer than ${seconds(timeoutMs * WHOLE_TIMES)}`)
  let next = abortAfter(timeoutMs, `did not answer within ${seconds(timeoutMs)}`)
  const wait = (): void => {
    clearTimeout(next)
    next = abortAfter(timeoutMs, `stopped in the middle of its answer, for ${seconds(timeoutMs)}`)
  }
  try {
    const headers = { accept, 'user-agent': 'Broadsheet' }
    const response = await answerAt(new URL(address), { headers, signal: controller.signal })
    wait()
    const { status, statusText } = response
    const [type = ''] = (response.headers.get('content-type') ?? '').split(';')
    const bytes = await bodyOf(response, wait)
    return { status, statusText, type: type.trim(), retryAfter: response.headers.get('retry-after'), bytes }
  } catch (error) {
    return failureOf(error)
  } finally {
    clearTimeout(whole)
    clearTimeout(next)
    // Lets go of the connection of an answer that was not read to its end.
    controller.abort()
  }
}
