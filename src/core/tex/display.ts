import { DISPLAYED, DOLLARS, PARENTHESES } from '../text/mathsDelimiters.ts'
import { LONGEST_READ } from '../text/text.ts'
import { withAccents } from './accents.ts'
import { mathsText } from './maths.ts'
import { lowered, raised } from './shifts.ts'
import { SIGNS } from './symbols.ts'

/**
 * Display form of titles and abstracts. Sources deliver TeX that was stripped half-way (`8times`, `D^3S`,
 * `\emph{scan and snap}`); unambiguous TeX becomes plain characters, everything else stays as it
 * came. The record keeps the text as received.
 */

/** A command that only says how its argument looks. */
const STYLE = String.raw`\\(?:emph|underline|uline|mbox|text(?:it|bf|tt|sc|rm|sf|sl|normal)?)`

/** Each rule: what is recognised, and what it becomes. They are applied in this order, never inside addresses or maths. */
const RULES: readonly [RegExp, string | ((...groups: string[]) => string)][] = [
  // An apostrophe ends no quotation within a word; a grave accent begins none behind one (`code` is closed so).
  [/``((?:[^`'\\]|'(?!')){1,200})''/g, '“$1”'],
  [/``((?:[^`'"\\]|'(?!')){1,200})"/g, '“$1”'],
  [/(?<!['\w])''(?=[^\s'])((?:[^`'"\\]|'(?!')){1,200})(?<=\S)''(?!['\w])/g, '“$1”'],
  [/(?<![\w`])`(?![\s`])((?:[^`'\\]|(?<=\p{L})'(?=\p{L})){1,200})'(?!\p{L})/gu, '‘$1’'],
  [/\\([%&#_${}])/g, '$1'],
  [new RegExp(`${STYLE}\\{([^{}]{0,500})\\}`, 'g'), '$1'],
  [/\{\\(?:em|it|bf|sc|tt|sl|sf|rm)\s+([^{}]{0,500})\}/g, '$1'],
  [/\\textcolor\{[^{}]{0,50}\}\{([^{}]{0,500})\}/g, '$1'],
  [/\\textsuperscript\{([^{}]{1,5})\}/g, (whole, inner = '') => raised(inner) ?? whole],
  [/\\textsubscript\{([^{}]{1,5})\}/g, (whole, inner = '') => lowered(inner) ?? whole],
  [/\\(?:eg|ie)\b\.?/g, whole => (whole.startsWith('\\eg') ? 'e.g.' : 'i.e.')],
  [/\\etal\b\.?/g, 'et al.'],
  // Space of any width, and none: "e.g.\ by", "investi\-gated".
  [/\\[ ,]/g, ' '],
  [/(?<=\p{Ll})\\-(?=\p{Ll})/gu, ''],
  // "{\deg}", "10 {\mu}m", "0.60 \pm 0.05".
  [/\{\\([A-Za-z]{2,12})\}/g, (whole, name = '') => signOf(name) ?? whole],
  [/(?<![\w\\^_{])\\([A-Za-z]{2,12})(?![\w\\^_{])/g, (whole, name = '') => signOf(name) ?? whole],
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
    (whole, base = '', group, one) => joined(base, raised(group ?? one ?? '')) ?? whole,
  ],
  [
    /(?<![\w\\])([A-Za-z])_(?:\{([\da-z]{1,5})\}|([\da-z])(?!\w))/g,
    (whole, base = '', group, one) => joined(base, lowered(group ?? one ?? '')) ?? whole,
  ],
  // Dashes between words or numbers; options such as "--fast", arrows and rules of dashes are none.
  [
    /(?<=[\p{L}\p{N}.,)’”%\u{f0000}-\u{ffffd}])( ?)(---?)(?=\1(?![-> ])[\p{L}\p{N}(“‘"$\u{f0000}-\u{ffffd}])/gu,
    (_, space, dash) => `${space}${dash.length > 2 ? '—' : '–'}`,
  ],
  // A tie between words is a space; "3~4" and "~5" mean something else.
  [/~(?=[\u{f0000}-\u{ffffd}])|(?<=[\u{f0000}-\u{ffffd}])~/gu, ' '],
  [
    // Not in "2.1x~2.4x", which is a range.
    /([\p{L}.,;:)\]}-])(?<!\d\p{L}{1,3}(?=~\d))~(?=[\p{L}\d\\([\u{f0000}-\u{ffffd}])|(\d)~(?=\p{L})/gu,
    (_, left, digit) => `${left ?? digit} `,
  ],
]

const signOf = (name: string): string | undefined => (Object.hasOwn(SIGNS, name) ? SIGNS[name] : undefined)
const joined = (base: string, shifted: string | undefined): string | undefined =>
  shifted === undefined ? undefined : base + shifted

/** The offset of the brace that closes what was opened before this text; -1 where none does. */
function closingBrace(text: string): number {
  let depth = 1
  for (const { 0: brace, index } of text.matchAll(/(?<!\\)[{}]/g)) {
    depth += brace === '{' ? 1 : -1
    if (depth === 0) return index
  }
  return -1
}

/** A footnote becomes a parenthesis; one that is never closed runs to the end. */
function unwrapFootnotes(text: string): string {
  const pieces = text.split('\\footnote{')
  const [before = '', ...notes] = pieces.map((piece, index) =>
    index < pieces.length - 1 ? piece.trimEnd() : piece,
  )
  return notes.reduce((shown, note) => {
    const end = closingBrace(note)
    return end < 0 ? `${shown} (${note})` : `${shown} (${note.slice(0, end)})${note.slice(end + 1)}`
  }, before)
}

/** `\url{…}` and `\href{…}{…}`: the address is shown as well where the text is not one itself. */
const unwrapLinks = (text: string): string =>
  text
    .replace(/\\url\{([^{}\s]{1,500})\}/g, '$1')
    .replace(/\\href\{([^{}\s]{1,500})\}\{([^{}]{0,500})\}/gu, (_, address: string, shown: string) =>
      /^(?:[\u{f0000}-\u{ffffd}]?|https?:\S+)$/u.test(shown) ? address : `${shown} (${address})`,
    )

const applyRules = (text: string): string =>
  RULES.reduce(
    (shown, [pattern, becomes]) =>
      typeof becomes === 'string' ? shown.replace(pattern, becomes) : shown.replace(pattern, becomes),
    text,
  )

/** Commands inside commands are unwrapped from the inside, one a round; deeper ones than this are left. */
const MAX_ROUNDS = 8

const ADDRESS = String.raw`https?:\/\/[^\s{}]+`
/** Displayed formulas stay as they are, within and all. */
const KEPT = new RegExp(`${DISPLAYED}|${ADDRESS}|${DOLLARS}|${PARENTHESES}`, 'gs')

/** Characters that no text has: they replace what rules must not touch. */
const FIRST_STAND_IN = 0xf0000
const STAND_IN = /[\u{f0000}-\u{ffffd}]/gu
const MAX_KEPT = 0xfffd

/** Marks that TeX leaves in a text: no rule and no accent recognises anything without one of these. */
const MARK = /[`\\^_{}~$]|--|''|[\d|})]times|[A-Za-z][lg]eq|math(?:bf|cal|bb|rm|it|sf)/

/** The display form of a title or an abstract as received. */
export function displayText(text: string): string {
  if (text.length > LONGEST_READ || !MARK.test(text) || text.search(STAND_IN) >= 0) return text
  const kept: string[] = []
  let shown = unwrapFootnotes(text).replace(KEPT, (whole, dollars, parentheses) => {
    if (kept.length === MAX_KEPT) return whole
    const tex: string | undefined = dollars ?? parentheses
    const place = kept.push(tex === undefined ? whole : (mathsText(tex) ?? whole)) - 1
    return String.fromCodePoint(FIRST_STAND_IN + place)
  })
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const before = shown
    shown = applyRules(withAccents(unwrapLinks(before)))
    if (shown === before) break
  }
  return shown
    .replace(/\{\\textbackslash\}|\\textbackslash(?:\{\}| |(?![A-Za-z]))/g, '\\')
    .replace(STAND_IN, standIn => kept[(standIn.codePointAt(0) as number) - FIRST_STAND_IN] as string)
}
