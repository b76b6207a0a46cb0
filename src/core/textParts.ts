/** A part of a text: plain or a web address, and where it starts in the text. */
export interface TextPart {
  kind: 'text' | 'link'
  text: string
  start: number
}

/** A web address; its last character is none that ends a sentence or closes a bracket. */
export const ADDRESS = /https?:\/\/[^\s<>"“”]*[^\s<>"“”.,;:!?'‘’)\]}]/g

/** Splits a shown text into plain parts and web addresses; the parts joined are the text. */
export function textParts(text: string): TextPart[] {
  const parts: TextPart[] = []
  let at = 0
  for (const { 0: address, index } of text.matchAll(ADDRESS)) {
    if (index > at) parts.push({ kind: 'text', text: text.slice(at, index), start: at })
    parts.push({ kind: 'link', text: address, start: index })
    at = index + address.length
  }
  if (at < text.length) parts.push({ kind: 'text', text: text.slice(at), start: at })
  return parts
}
