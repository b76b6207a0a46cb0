import { SIZE_LIMIT } from '#core/sources/sniff.ts'
import { errorMessage } from '#core/text/errorMessage.ts'
import { codeOf } from '../../shared/failure.ts'

/** A complete response with any status. */
export interface HttpResponse {
  status: number
  statusText: string
  /** The media type, empty if the response names none. */
  type: string
  retryAfter: string | null
  bytes: Uint8Array
}

/** No complete response. `isUnreachable`: not even a connection. `isFinal`: trying again would not help. */
export interface HttpFailure {
  message: string
  isFinal: boolean
  isUnreachable: boolean
}

class UnusableResponse extends Error {}
class Timeout extends Error {}

const REDIRECTS = [301, 302, 303, 307, 308]
const MAX_REDIRECTS = 5
/** The time limit of a whole response, in multiples of that of its next part. */
const WHOLE_RESPONSE_FACTOR = 12

const UNREACHABLE: Record<string, string> = {
  ENOTFOUND: 'there is no such host, or no network',
  EAI_AGAIN: 'there is no such host, or no network',
  ECONNREFUSED: 'the connection was refused',
  EHOSTUNREACH: 'there is no way to that host',
  ENETUNREACH: 'there is no network',
  UND_ERR_CONNECT_TIMEOUT: 'no connection came about in time',
}

const seconds = (ms: number): string => `${ms / 1000} s`

/** The target of a redirect within a host: any other may be a network that wants a login first. */
function redirectTarget(from: URL, location: string | null): URL {
  const to = location !== null && URL.canParse(location, from.href) ? new URL(location, from) : undefined
  if (to?.host === from.host && (to.protocol === from.protocol || to.protocol === 'https:')) return to
  throw new UnusableResponse(
    `redirects elsewhere, to ${to?.href ?? location ?? 'nowhere'}, which is not followed`,
  )
}

async function followRedirects(address: URL, init: RequestInit): Promise<Response> {
  let url = address
  for (let hops = 0; hops <= MAX_REDIRECTS; hops++) {
    const response = await fetch(url, { ...init, redirect: 'manual' })
    if (!REDIRECTS.includes(response.status)) return response
    await response.body?.cancel()
    url = redirectTarget(url, response.headers.get('location'))
  }
  throw new UnusableResponse(`redirects more than ${MAX_REDIRECTS} times`)
}

async function bodyOf(response: Response, onBytes: () => void): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const bytes of response.body ?? []) {
    onBytes()
    size += bytes.length
    if (size > SIZE_LIMIT) throw new UnusableResponse(`the answer is larger than ${SIZE_LIMIT / 1e6} MB`)
    chunks.push(bytes)
  }
  return Buffer.concat(chunks)
}

function failureOf(error: unknown): HttpFailure {
  if (error instanceof UnusableResponse)
    return { message: error.message, isFinal: true, isUnreachable: false }
  if (error instanceof Timeout) return { message: error.message, isFinal: false, isUnreachable: false }
  // The error of Node's fetch itself says nothing.
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error
  const code = String(codeOf(cause) ?? '')
  const unreachable = Object.hasOwn(UNREACHABLE, code) ? UNREACHABLE[code] : undefined
  if (unreachable !== undefined) {
    return { message: `cannot be reached: ${unreachable} (${code})`, isFinal: false, isUnreachable: true }
  }
  const what = code.startsWith('Z_') ? 'the compressed answer is damaged' : 'the connection broke off'
  return { message: `${what} (${errorMessage(cause) || code})`, isFinal: false, isUnreachable: false }
}

/**
 * Sends one GET request. The body is read up to `SIZE_LIMIT` bytes, unpacked. Redirects are followed within the host
 * only.
 *
 * @param timeoutMs time limit of the beginning of the response, and then of each next part
 */
export async function httpGet(
  address: string,
  accept: string,
  timeoutMs: number,
): Promise<HttpResponse | HttpFailure> {
  const controller = new AbortController()
  const abortAfter = (ms: number, message: string) =>
    setTimeout(() => controller.abort(new Timeout(message)), ms)
  const wholeMs = timeoutMs * WHOLE_RESPONSE_FACTOR
  const whole = abortAfter(wholeMs, `took longer than ${seconds(wholeMs)}`)
  let next = abortAfter(timeoutMs, `did not answer within ${seconds(timeoutMs)}`)
  const restart = (): void => {
    clearTimeout(next)
    next = abortAfter(timeoutMs, `stopped in the middle of its answer, for ${seconds(timeoutMs)}`)
  }
  try {
    const headers = { accept, 'user-agent': 'Broadsheet' }
    const response = await followRedirects(new URL(address), { headers, signal: controller.signal })
    restart()
    const { status, statusText } = response
    const [type = ''] = (response.headers.get('content-type') ?? '').split(';')
    const bytes = await bodyOf(response, restart)
    return { status, statusText, type: type.trim(), retryAfter: response.headers.get('retry-after'), bytes }
  } catch (error) {
    return failureOf(error)
  } finally {
    clearTimeout(whole)
    clearTimeout(next)
    // Closes the connection of a response that was not read to its end.
    controller.abort()
  }
}
