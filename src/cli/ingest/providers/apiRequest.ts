/**
 * The verdict on the text of a response: how many entries it holds, or why it cannot be used. `rejection` is what the
 * provider says is wrong with the request.
 */
export type ResponseCheck =
  | { ok: true; entries: number }
  | { ok: false; message: string; rejection?: string | undefined }

/** A request to the API of a provider. */
export interface ApiRequest {
  address: string
  /** The name of the file that caches the response. */
  file: string
  check(text: string): ResponseCheck
  /** Whether a cached response is used; if not, it is fetched again. `receivedAt` is in ms. */
  isFinal(receivedAt: number, entries: number): boolean
  /** A note for people about a response with this number of entries. */
  notice(entries: number): string | undefined
  /**
   * Called when the provider rejects the request itself, with its reason, empty where it gives none. True if the sender
   * handles that: then the request has not failed, and nothing is reported.
   */
  onRejection?(reason: string): boolean
}

/** Requests one by one: each is given the text of the response to the one before, `undefined` if there was none. */
export type ApiRequests = Generator<ApiRequest, void, string | undefined>

export interface Clock {
  /** In ms. */
  now(): number
  sleep(ms: number): Promise<void>
}

export const DAY_MS = 86_400_000

/** The calendar day of a moment, by UTC. */
export const dayAt = (ms: number): string => new Date(ms).toISOString().slice(0, 10)

/** The address of a resource below the base address of an API, which may end in a folder. */
export function addressOf(base: string, path: string, parameters: Record<string, string>): string {
  const address = new URL(`${base.replace(/\/+$/, '')}${path}`)
  address.search = new URLSearchParams(parameters).toString()
  return address.href
}
