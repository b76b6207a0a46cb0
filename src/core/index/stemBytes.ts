const encoder = new TextEncoder()
const decoder = new TextDecoder()

/**
 * A stem as segments hold it: in UTF-8, whose order of bytes is that of code points. Nearly all are ASCII, for which a call
 * of the encoder takes longer than all else.
 */
export function encodeStem(stem: string): Uint8Array {
  const bytes = new Uint8Array(stem.length)
  for (let i = 0; i < stem.length; i++) {
    const code = stem.charCodeAt(i)
    if (code > 127) return encoder.encode(stem)
    bytes[i] = code
  }
  return bytes
}

/** Negative where a text's bytes come before a part of others, 0 where they are the same. */
export function compareBytes(sought: Uint8Array, bytes: Uint8Array, start: number, end: number): number {
  const length = Math.min(sought.length, end - start)
  for (let i = 0; i < length; i++) {
    const difference = (sought[i] as number) - (bytes[start + i] as number)
    if (difference !== 0) return difference
  }
  return sought.length - (end - start)
}

/** The stem in a part of some bytes. */
export function decodeStem(bytes: Uint8Array, start: number, end: number): string {
  let stem = ''
  for (let at = start; at < end; at++) {
    const byte = bytes[at] as number
    if (byte > 127) return decoder.decode(bytes.subarray(start, end))
    stem += String.fromCharCode(byte)
  }
  return stem
}
