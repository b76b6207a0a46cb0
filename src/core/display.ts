/**
 * How titles and abstracts are shown. Sources deliver TeX that was stripped half-way (`8times`, `D^3S`,
 * `\emph{scan and snap}`); what can be read in one way only becomes plain characters, everything else stays as it
 * came. The record keeps the text as received.
 */

const SUPERSCRIPTS: Record<string, string> = {
  ...Object.fromEntries([...'0123456789'].map((digit, i) => [digit, '⁰¹²³⁴⁵⁶⁷⁸⁹'[i] as string])),
  '+': '⁺',
  '-': '⁻',
  n: 'ⁿ',
  i: 'ⁱ',
  T: 'ᵀ',
}
const SUBSCRIPTS: Record<string, string> = {
  ...Object.fromEntries([...'0123456789'].map((digit, i) => [digit, '₀₁₂₃₄₅₆₇₈₉'[i] as string])),
  ...Object.fromEntries(
    [...'aehijklmnoprstuvx'].map((letter, i) => [letter, [...'ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ'][i] as string]),
  ),
}

/** The characters raised or lowered, or the text unchanged where one of them has no such form. */
function shift(table: Record<string, string>, whole: string, base: string, characters: string): string {
  const shifted = [...characters].map(character => table[character])
  return shifted.every(character => character !== undefined) ? base + shifted.join('') : whole
}

/** Each rule: what is recognised, and what it becomes. They are applied in this order, never inside addresses. */
const RULES: readonly [RegExp, string | ((...groups: string[]) => string)][] = [
  [/``([^`'\\]{1,200})''/g, '“$1”'],
  [/`([^`'\\]{1,200})'/g, '‘$1’'],
  [/\\([%&#_])/g, '$1'],
  [/\\(?:emph|textit|textbf|texttt|textsc|textrm|text)\{([^{}]{0,500})\}/g, '$1'],
  // Style commands whose backslash and braces got lost: "mathbf x_0". No prose has such a word.
  [/\\?\bmath(?:bf|cal|bb|rm|it|sf)(?:\s*\{([^{}]{1,50})\}|\s+(?=[A-Za-z]))/g, (_, inner = '') => inner],
  // "8times", "|A|times H", but not "32 times sampling".
  [/(\d)(?: ?\\|)times(?![A-Za-z])/g, '$1×'],
  [/([|})])(?: ?\\|)times(?![A-Za-z])/g, '$1 ×'],
  // "kleq 10", but no word that ends so.
  [/(?<![A-Za-z])([A-Za-z])\\?leq ?(?=\d)/g, '$1 ≤ '],
  [/(?<![A-Za-z])([A-Za-z])\\?geq ?(?=\d)/g, '$1 ≥ '],
  [
    /([A-Za-z\d)])\^(?:\{([\d+\-niT]{1,5})\}|([\dniT])(?![a-z]))/g,
    (whole, base = '', group, one) => shift(SUPERSCRIPTS, whole, base, group ?? one ?? ''),
  ],
  [
    /(?<![\w\\])([A-Za-z])_(?:\{([\da-z]{1,5})\}|([\da-z])(?!\w))/g,
    (whole, base = '', group, one) => shift(SUBSCRIPTS, whole, base, group ?? one ?? ''),
  ],
  // A tie between words is a space; "3~4" and "~5" mean something else.
  [/([\p{L}-])~(?=[\p{L}\d])|(\d)~(?=\p{L})/gu, (_, letter, digit) => `${letter ?? digit} `],
]

const ADDRESS = /(https?:\/\/\S+)/

/** A footnote becomes a parenthesis; one that is never closed runs to the end. */
function unwrapFootnotes(text: string): string {
  const [before = '', ...notes] = text.split(/ *\\footnote\{/)
  return notes.reduce((shown, note) => {
    const end = note.indexOf('}')
    return end < 0 ? `${shown} (${note})` : `${shown} (${note.slice(0, end)})${note.slice(end + 1)}`
  }, before)
}

const applyRules = (text: string): string =>
  RULES.reduce(
    (shown, [pattern, becomes]) =>
      typeof becomes === 'string' ? shown.replace(pattern, becomes) : shown.replace(pattern, becomes),
    text,
  )

/** Commands inside commands are unwrapped from the inside, one a round; deeper ones than this are left. */
const MAX_ROUNDS = 8

/** The display form of a title or an abstract as received. */
export function displayText(text: string): string {
  let shown = unwrapFootnotes(text)
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const before = shown
    shown = before
      .split(ADDRESS)
      .map((part, i) => (i % 2 === 1 ? part : applyRules(part)))
      .join('')
    if (shown === before) break
  }
  return shown
}

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
