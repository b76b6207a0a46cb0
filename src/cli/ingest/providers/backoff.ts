export const MAX_TRIES = 4
const INITIAL_BACKOFF_MS = 1000
const MAX_BACKOFF_MS = 60_000

/** The wait that a `Retry-After` header asks for, in ms: seconds or an HTTP date; 0 if it is neither. */
function retryAfterMs(retryAfter: string | null, now: number): number {
  const text = retryAfter?.trim() ?? ''
  if (/^\d+$/.test(text)) return Number(text) * 1000
  const date = /^[A-Za-z]{3}/.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(date) ? 0 : date - now
}

/**
 * The wait in ms after a number of failed tries: 1 s, 2 s, 4 s, or what `Retry-After` asks for if that is longer, up to
 * a minute. There is no jitter: each run sends the same requests at the same times.
 */
export const backoffMs = (tries: number, retryAfter: string | null, now: number): number =>
  Math.min(Math.max(INITIAL_BACKOFF_MS * 2 ** (tries - 1), retryAfterMs(retryAfter, now)), MAX_BACKOFF_MS)
