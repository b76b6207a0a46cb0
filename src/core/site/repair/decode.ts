/** One character of UTF-8 as escapes, or a byte that belongs to none. */
const CHARACTER =
  /%[0-7][\da-f]|%[cd][\da-f]%[89ab][\da-f]|%e[\da-f](?:%[89ab][\da-f]){2}|%f[0-7](?:%[89ab][\da-f]){3}|%[\da-f]{2}/gi

function decodeCharacter(escapes: string, at: number, run: string): string {
  try {
    return decodeURIComponent(escapes)
  } catch {
    const byte = Number.parseInt(escapes.slice(1, 3), 16)
    const isAlone = !/^%[89ab]/i.test(run.slice(at + 3))
    // A letter of Latin-1 has one byte. Remains of a cut character are dropped.
    return escapes.length === 3 && byte >= 0xc0 && isAlone ? String.fromCharCode(byte) : ''
  }
}

/** A cut escape: at the end, or within a character of several bytes. */
const CUT = /%[\da-f]?$|(?<=%[89a-f][\da-f])%[\da-f]?(?![\da-f])/gi

/**
 * Percent-decoding (RFC 3986, UTF-8) of text that may be damaged: bytes that are no UTF-8 are left out, or read as Latin-1
 * where one stands alone; an escape that was cut is left out; any other `%` stays.
 */
export const decode = (text: string): string =>
  text.replace(CUT, '').replace(/(?:%[\da-f]{2})+/gi, run => {
    try {
      return decodeURIComponent(run)
    } catch {
      return run.replace(CHARACTER, (escapes, at: number) => decodeCharacter(escapes, at, run))
    }
  })

/** Programs that escape an escaped text rarely do so more than twice. */
const MAX_TIMES = 4

/** Decodes a text that was encoded several times, until no escape is left. */
export function decodeWholly(text: string): string {
  let decoded = decode(text)
  for (let times = 1; times < MAX_TIMES && /%[\da-f]{2}/i.test(decoded); times++) decoded = decode(decoded)
  return decoded
}
