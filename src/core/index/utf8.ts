/**
 * UTF-8 for the words of an index, which are folded and so nearly always ASCII. Written here because neither the
 * language nor the layer has an encoder.
 */
export function encodeUtf8(text: string): Uint8Array {
  const bytes: number[] = []
  for (const character of text) {
    const point = character.codePointAt(0) as number
    if (point < 0x80) bytes.push(point)
    else if (point < 0x800) bytes.push(0xc0 | (point >> 6), 0x80 | (point & 0x3f))
    else if (point < 0x10000)
      bytes.push(0xe0 | (point >> 12), 0x80 | ((point >> 6) & 0x3f), 0x80 | (point & 0x3f))
    else {
      bytes.push(0xf0 | (point >> 18), 0x80 | ((point >> 12) & 0x3f))
      bytes.push(0x80 | ((point >> 6) & 0x3f), 0x80 | (point & 0x3f))
    }
  }
  return Uint8Array.from(bytes)
}

/** The text of bytes that `encodeUtf8` made. */
export function decodeUtf8(bytes: Uint8Array, start = 0, end = bytes.length): string {
  let text = ''
  for (let at = start; at < end; ) {
    const first = bytes[at++] as number
    if (first < 0x80) {
      text += String.fromCharCode(first)
      continue
    }
    const more = first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3
    let point = first & (0x3f >> more)
    for (let i = 0; i < more; i++) point = (point << 6) | ((bytes[at++] as number) & 0x3f)
    text += String.fromCodePoint(point)
  }
  return text
}

/** Orders a text's bytes against a part of others, as `<` would order the texts by code points. */
export function compareUtf8(sought: Uint8Array, bytes: Uint8Array, start: number, end: number): number {
  const length = Math.min(sought.length, end - start)
  for (let i = 0; i < length; i++) {
    const difference = (sought[i] as number) - (bytes[start + i] as number)
    if (difference !== 0) return difference
  }
  return sought.length - (end - start)
}
