import { rejected } from '#core/sources/source.ts'
import { type ParsedFile, parseText } from '../readFiles.ts'
import type { ApiClient, ApiResponse } from './apiClient.ts'
import type { ApiRequest, ApiRequests, Clock } from './apiRequest.ts'
import type { ResponseStore } from './responseStore.ts'

/** After this number of failures in a row, no further request is sent. */
const MAX_FAILURES = 5

export interface FetchOptions {
  client: ApiClient
  store: ResponseStore
  clock: Clock
  /** Also fetches what is cached. */
  refetch: boolean
  /** Whether responses are saved. */
  saves: boolean
  onProgress(file: string): void
}

export interface FetchResult {
  /** The responses; for each request without one, its address and the reason. */
  files: ParsedFile[]
  /** Number of requests with a response. */
  answered: number
}

/** Sends all requests in order, except those with a final response in the cache. */
export async function fetchAll(requests: ApiRequests, options: FetchOptions): Promise<FetchResult> {
  const { client, store, clock, saves } = options
  const files: ParsedFile[] = []
  let answered = 0
  let failures = 0
  let givenUp: string | undefined

  async function send(request: ApiRequest, entriesBefore: number): Promise<ApiResponse> {
    if (givenUp !== undefined) return { ok: false, message: givenUp, isUnreachable: true }
    const response = await client.send(request)
    if (response.ok && response.entries === 0 && entriesBefore > 0) {
      const message = `holds no papers now, though it held ${entriesBefore} before`
      return { ok: false, message, isUnreachable: false }
    }
    return response
  }

  /** The text of the response, cached or new. */
  async function respond(request: ApiRequest): Promise<string | undefined> {
    const cached = await store.find(request.file)
    const check = cached && request.check(cached.text)
    const before = cached && check?.ok ? { text: cached.text, entries: check.entries } : undefined
    if (cached && before && !options.refetch && request.isFinal(cached.receivedAt, before.entries))
      return take(request, before)
    const response = await send(request, before?.entries ?? 0)
    if (response.ok) {
      failures = 0
      if (saves) store.save(request.file, response.bytes, clock.now())
      return take(request, response)
    }
    if (response.rejection !== undefined && request.onRejection?.(response.rejection))
      return before && take(request, before)
    failures++
    if (response.isUnreachable) givenUp ??= 'not asked for, as the site cannot be reached'
    else if (failures === MAX_FAILURES)
      givenUp = `not asked for, after ${MAX_FAILURES} failures one after another`
    const message = before ? `${response.message}; the answer from before is used` : response.message
    files.push({ path: request.address, name: request.file, reading: rejected(message) })
    return before && take(request, before)
  }

  function take(request: ApiRequest, { text, entries }: { text: string; entries: number }): string {
    const file = parseText(store.pathOf(request.file), text)
    const notice = request.notice(entries)
    if (notice !== undefined) file.reading.problems.unshift({ where: '', message: notice, dropped: false })
    files.push(file)
    answered++
    return text
  }

  let next = requests.next()
  while (!next.done) {
    options.onProgress(next.value.file)
    next = requests.next(await respond(next.value))
  }
  return { files, answered }
}
