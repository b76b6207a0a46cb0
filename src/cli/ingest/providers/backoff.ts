/** How often something is asked for that does not come. */
export const TRIES = 4
const FIRST_WAIT_MS = 1000
/** No site makes us wait longer before we ask again. */
const LONGEST_WAIT_MS = 60_000

/** What a `Retry-After` header asks for, in ms: seconds, or a date of HTTP. Nothing where it says neither. */
function asked(retryAfter: string | null, now: number): number {
  const text = retryAfter?.trim() ?? ''
  if (/^\d+$/.test(text)) return Number(text) * 1000
  const date = /^[A-Za-z]{3}/.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(date) ? 0 : date - now
}

/**
 * How many ms to wait after so many tries: 1 s, 2 s, 4 s, or what the site asks for where that is more, up to a minute.
 * No dice: the same answers are asked for at the same times.
 */
export const waitAfter = (tries: number, retryAfter: string | null, now: number): number =>
  Math.min(Math.max(FIRST_WAIT_MS * 2 ** (tries - 1), asked(retryAfter, now)), LONGEST_WAIT_MS)
