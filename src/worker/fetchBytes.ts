import { Fault, faultOfStatus } from './fault.ts'

export interface Fetching {
  cache: RequestCache
  /** No more than these are read. */
  mostBytes: number
  /** So long nothing may come, before the first byte or after it. What comes slowly is waited for. */
  silenceMs: number
  /** So long all of it may take, where that is limited. */
  limitMs?: number | undefined
  /** Told of each part that has come. */
  arrived: (bytes: number) => void
}

/** Fetches a file, up to one byte more than it may have. Whatever goes wrong is a `Fault`. */
export async function fetchBytes(
  url: URL,
  { cache, mostBytes, silenceMs, limitMs, arrived }: Fetching,
): Promise<Uint8Array<ArrayBuffer>> {
  const controller = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  let isLate = false
  const giveUp = () => {
    isLate = true
    controller.abort()
  }
  const wait = () => {
    clearTimeout(timer)
    timer = setTimeout(giveUp, silenceMs)
  }
  const limit = limitMs === undefined ? undefined : setTimeout(giveUp, limitMs)
  try {
    wait()
    const response = await fetch(url, { cache, signal: controller.signal })
    if (!response.ok) throw faultOfStatus(url, response.status)
    const parts: Uint8Array[] = []
    let bytes = 0
    const reader = response.body?.getReader()
    while (reader && bytes <= mostBytes) {
      wait()
      const { done, value } = await reader.read()
      if (done) break
      bytes += value.byteLength
      parts.push(value)
      arrived(value.byteLength)
    }
    return joined(parts, Math.min(bytes, mostBytes + 1))
  } catch (error) {
    if (error instanceof Fault) throw error
    throw new Fault(isLate ? 'late' : navigator.onLine === false ? 'offline' : 'unreachable', url)
  } finally {
    clearTimeout(timer)
    clearTimeout(limit)
    // What is not read need not come.
    controller.abort()
  }
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    whole.set(part.subarray(0, length - at), at)
    at += part.byteLength
  }
  return whole
}
