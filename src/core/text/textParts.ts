/** A part of a text: plain or a web address, and where it starts in the text. */
export interface TextPart {
  kind: 'text' | 'link'
  text: string
  start: number
}

/**
 * A web address; its last character is none that ends a sentence or closes a bracket. It ends before a brace: what is left of
 * LaTeX's `\href` runs on into the words of the link, as in `https://example.org/{here}`.
 */
export const ADDRESS_IN_TEXT = /https?:\/\/[^\s<>"“”{}]*[^\s<>"“”{}.,;:!?'‘’)\]]/g

/** Parsers of HTML cut a text after 65,536 characters, and the app would not find what the page came with. */
const MAX_PART = 32_768

function* plainParts(text: string, start: number): Generator<TextPart> {
  for (let at = 0; at < text.length; ) {
    const part = text.slice(at, at + MAX_PART).replace(/(?<=.)[\uD800-\uDBFF]$/s, '')
    yield { kind: 'text', text: part, start: start + at }
    at += part.length
  }
}

/** Splits a shown text into plain parts and web addresses; the parts joined are the text. */
export function textParts(text: string): TextPart[] {
  const parts: TextPart[] = []
  let at = 0
  for (const { 0: address, index } of text.matchAll(ADDRESS_IN_TEXT)) {
    parts.push(...plainParts(text.slice(at, index), at))
    parts.push({ kind: 'link', text: address, start: index })
    at = index + address.length
  }
  parts.push(...plainParts(text.slice(at), at))
  return parts
}
