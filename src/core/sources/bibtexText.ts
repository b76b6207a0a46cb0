import { withAllAccents } from '../tex/accents.ts'
import { receivedText } from '../text/receivedText.ts'
import { withoutEntities } from './entities.ts'

const MATHS = /((?<!\\)\$[^$]{1,600}(?<!\\)\$)/
const TOKEN = /\\(?:[A-Za-z]+|.|$)|[{}^_]|[^\\{}^_]+/gs
/** Commands whose braces mark what they apply to, such as `{\bf bold}`, or where they end: `{\textbackslash}`. */
const SWITCH = /\\[A-Za-z]+[ \\}]/y

/** A backslash that was itself written as a command: a code point that is no character. */
const BACKSLASH = '\ufdd0'

/** Signs by the commands that exports write for them, since bare they mean something to BibTeX or are printed as others. */
const SIGNS: Record<string, string> = {
  textless: '<',
  textgreater: '>',
  textbar: '|',
  textbraceleft: '\\{',
  textbraceright: '\\}',
  textbackslash: BACKSLASH,
  textasciitilde: '~',
  textasciicircum: '^',
  textasciigrave: '`',
  textdollar: '\\$',
  textunderscore: '\\_',
  textquotesingle: "'",
  textquotedbl: '"',
  textquoteleft: '‘',
  textquoteright: '’',
  textquotedblleft: '“',
  textquotedblright: '”',
  textendash: '–',
  textemdash: '—',
  textellipsis: '…',
  textbullet: '•',
  textdegree: '°',
  textregistered: '®',
  texttrademark: '™',
  textcopyright: '©',
  texttimes: '×',
  textpm: '±',
  textmu: 'µ',
  textonehalf: '½',
  texteuro: '€',
  textsection: '§',
  guillemotleft: '«',
  guillemotright: '»',
}
const SIGN =
  /\{\\(text[a-z]+|guillemot[a-z]+)(?:\{\})?\}|\\(text[a-z]+|guillemot[a-z]+)(?:\{\}| |(?![A-Za-z{]))/g

const withSigns = (text: string): string =>
  text.replace(SIGN, (whole, inside, bare) => {
    const name: string = inside ?? bare
    return Object.hasOwn(SIGNS, name) ? (SIGNS[name] ?? whole) : whole
  })

/** As Mendeley, Zotero and others escape signs, in the one way that the rules below know. */
const withPlainEscapes = (text: string): string =>
  withSigns(
    text
      // Zotero's way to keep braces balanced.
      .replace(/\\([{}])\\vphantom(?:\{\\[{}]\}|\\[{}])/g, '\\$1')
      .replace(/\\vphantom(?:\{\\[{}]\}|\\[{}])\\([{}])/g, '\\$1')
      .replace(/\{\\([{}$&%#_])\}/g, '\\$1')
      .replace(/\{?\$\\backslash\$\}?/g, BACKSLASH)
      .replace(/\{\\([\^~])(?:\{\}| ?)\}|\\([\^~])\{\}/g, (_, inside, bare) => inside ?? bare),
  )

/**
 * `\$…\$` that holds a formula: signs of one, or a symbol or call without a space, such as `\$k\$` and `\$O(n)\$`. Two prices
 * are none.
 */
const ESCAPED_MATHS =
  /\\\$(?! )(?=[^$]{0,300}(?:\\[_{]|[\^\ufdd0])|[A-Za-z](?:\([A-Za-z\d]{1,5}\)|[=<>+-]\d{1,4})?\\\$)[^$]{1,300}(?<! )\\\$(?!\d)/
const ESCAPED_COMMAND = /\ufdd0(?:[A-Za-z]|[,;:!%&#$_{}])/

/** Whether the text is TeX that an export escaped as though it were plain words. */
const isEscapedTex = (text: string): boolean => ESCAPED_COMMAND.test(text) || ESCAPED_MATHS.test(text)

/** The TeX as it was before it was escaped. */
const unescaped = (text: string): string =>
  withAllAccents(text.replace(/\\([%&#_${}])/g, '$1').replaceAll(BACKSLASH, '\\'))

/**
 * Leaves out the braces that only keep capitals or names together. Those that hold what a command, or a raised or lowered
 * sign, applies to stay.
 */
function withoutBraces(text: string, isOpen: boolean[]): string {
  let result = ''
  let takesArgument = false
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    if (token === '{') {
      SWITCH.lastIndex = index + 1
      const isKept = takesArgument || SWITCH.test(text)
      isOpen.push(isKept)
      if (isKept) result += token
      takesArgument = false
    } else if (token === '}') {
      const isKept = isOpen.pop() ?? true
      if (isKept) result += token
      takesArgument = isKept
    } else {
      result += token
      takesArgument = /^(?:\\[A-Za-z]+|[\^_])$/.test(token)
    }
  }
  return result
}

/** How a character that an entity stood for is written where TeX reads it as a sign. */
const escapedSign = (character: string): string =>
  /^[%&#_${}]$/.test(character) ? `\\${character}` : character

/**
 * A title or an abstract as it reads: letters with their accents, no braces for BibTeX alone, no entities of HTML, maths as it
 * came. TeX that an export escaped, as Zotero does with the abstracts of the arXiv, is TeX again.
 */
export function bibtexText(value: string): string {
  const text = withoutEntities(withPlainEscapes(receivedText(value)), escapedSign)
  const isOpen: boolean[] = []
  const whole = text
    .split(MATHS)
    .map((part, index) => (index % 2 === 1 ? part : withoutBraces(withAllAccents(part), isOpen)))
    .join('')
  return receivedText(
    isEscapedTex(whole) ? unescaped(whole) : whole.replaceAll(BACKSLASH, '\\textbackslash{}'),
  )
}

/** A name or a keyword: no braces, and no signs of TeX. */
export const bibtexWords = (value: string): string =>
  receivedText(
    bibtexText(value)
      .replace(/\\([%&#_${} ])/g, '$1')
      .replace(/\\[A-Za-z]+ ?(?=\{)/g, '')
      .replace(/[{}]/g, '')
      .replaceAll('~', ' '),
  )

/** A value without the braces around the whole of it, as the Web of Science doubles them. White space is collapsed. */
export function withoutOuterBraces(value: string): string {
  let text = receivedText(value)
  while (text.startsWith('{') && closesAtEnd(text)) text = text.slice(1, -1).trim()
  return text
}

/** Whether the brace that opens a text is closed by its last character. */
function closesAtEnd(text: string): boolean {
  let depth = 0
  for (const { 0: token, index } of text.matchAll(/\\.|[{}]/gs)) {
    if (token === '{') depth++
    else if (token === '}' && --depth === 0) return index === text.length - 1
  }
  return false
}

/** An address: `\url{…}` around it and backslashes before its signs are left out. */
export const bibtexAddress = (value: string): string =>
  withoutEntities(
    value
      .trim()
      .replace(/^\{*\\(?:url|path)\{([^{}]*)\}\}*$/, '$1')
      .replace(/\{?\\textasciitilde *(?:\{\})?\}?|\$\\sim\$|\\~\{\}/g, '~')
      .replace(/\\([%&#_~$])/g, '$1')
      .replace(/[{}]/g, ''),
  )

/** Cuts a text at each separator outside braces. White space must be collapsed. */
export function cutOutsideBraces(text: string, separator: RegExp): string[] {
  const parts: string[] = []
  let depth = 0
  let start = 0
  for (const { 0: token, index } of text.matchAll(separator)) {
    if (token === '{') depth++
    else if (token === '}') depth = Math.max(0, depth - 1)
    else if (!token.startsWith('\\') && depth === 0) {
      parts.push(text.slice(start, index))
      start = index + token.length
    }
  }
  return [...parts, text.slice(start)].map(part => part.trim())
}

const KEYWORD_END = /\\.|[{}]|[,;]/gs

export const bibtexKeywords = (value: string): string[] =>
  cutOutsideBraces(withoutOuterBraces(value), KEYWORD_END)
    .map(bibtexWords)
    .filter(keyword => keyword !== '')

/** The categories of the arXiv, as in `cs.CL` and `cs, stat`. */
export const bibtexCategories = (value: string): string[] =>
  withoutOuterBraces(value)
    .split(/[\s,;]+/)
    .filter(category => /^[a-z-]+(?:\.[A-Za-z-]+)?$/.test(category))
