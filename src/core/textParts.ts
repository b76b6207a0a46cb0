/** A part of a text: plain or a web address, and where it starts in the text. */
export interface TextPart {
  kind: 'text' | 'link'
  text: string
  start: number
}

/** Characters that end a sentence or close a bracket rather than an address. */
const TRAILING = /[.,;:!?'")\]}>]+$/

/** Splits a shown text into plain parts and web addresses; the parts joined are the text. */
export function textParts(text: string): TextPart[] {
  const parts: TextPart[] = []
  let at = 0
  for (const match of text.matchAll(/https?:\/\/[^\s<>"]+/g)) {
    const address = match[0].replace(TRAILING, '')
    if (match.index > at) parts.push({ kind: 'text', text: text.slice(at, match.index), start: at })
    parts.push({ kind: 'link', text: address, start: match.index })
    at = match.index + address.length
  }
  if (at < text.length) parts.push({ kind: 'text', text: text.slice(at), start: at })
  return parts
}
