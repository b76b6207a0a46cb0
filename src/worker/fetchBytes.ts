import { Fault, faultOfStatus } from './fault.ts'

interface FetchOptions {
  cache: RequestCache
  /** Reading stops one byte beyond this. */
  maxBytes: number
  /** Longest time without any byte, before the first one or after it. Slow downloads are waited for. */
  silenceMs: number
  /** Longest time for the whole file. */
  limitMs?: number | undefined
  /** Called with the length of each chunk. */
  onBytes: (bytes: number) => void
}

/** Fetches a file, up to one byte more than `maxBytes`. Throws a `Fault`. */
export async function fetchBytes(
  url: URL,
  { cache, maxBytes, silenceMs, limitMs, onBytes }: FetchOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  const controller = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  let isLate = false
  const abort = () => {
    isLate = true
    controller.abort()
  }
  const resetTimer = () => {
    clearTimeout(timer)
    timer = setTimeout(abort, silenceMs)
  }
  const limit = limitMs === undefined ? undefined : setTimeout(abort, limitMs)
  try {
    resetTimer()
    const response = await fetch(url, { cache, signal: controller.signal })
    if (!response.ok) throw faultOfStatus(url, response.status)
    const chunks: Uint8Array[] = []
    let bytes = 0
    const reader = response.body?.getReader()
    while (reader && bytes <= maxBytes) {
      resetTimer()
      const { done, value } = await reader.read()
      if (done) break
      bytes += value.byteLength
      chunks.push(value)
      onBytes(value.byteLength)
    }
    return concatenated(chunks, Math.min(bytes, maxBytes + 1))
  } catch (error) {
    if (error instanceof Fault) throw error
    throw new Fault(isLate ? 'late' : navigator.onLine === false ? 'offline' : 'unreachable', url)
  } finally {
    clearTimeout(timer)
    clearTimeout(limit)
    // Stops the download of what is not read.
    controller.abort()
  }
}

function concatenated(chunks: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk.subarray(0, length - at), at)
    at += chunk.byteLength
  }
  return whole
}
