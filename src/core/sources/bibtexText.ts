import { withAllAccents } from '../tex/accents.ts'
import { receivedText } from './receivedText.ts'

const MATHS = /((?<!\\)\$[^$]{1,600}(?<!\\)\$)/
const TOKEN = /\\(?:[A-Za-z]+|.|$)|[{}^_]|[^\\{}^_]+/gs
/** Commands whose braces mark what they apply to, such as `{\bf bold}`, or where they end: `{\textbackslash}`. */
const SWITCH = /\\[A-Za-z]+[ \\}]/y

/** Signs by the commands that exports write for them, since bare they mean something to BibTeX or are printed as others. */
const SIGNS: Record<string, string> = {
  textless: '<',
  textgreater: '>',
  textbar: '|',
  textbraceleft: '\\{',
  textbraceright: '\\}',
}
const SIGN = /\{\\(text[a-z]+)\}|\\(text[a-z]+)(?:\{\}| |(?![A-Za-z{]))/g

const withSigns = (text: string): string =>
  text.replace(SIGN, (whole, inside, bare) => {
    const name: string = inside ?? bare
    return Object.hasOwn(SIGNS, name) ? (SIGNS[name] ?? whole) : whole
  })

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

/** A title or an abstract as it reads: letters with their accents, no braces for BibTeX alone, maths as it came. */
export function bibtexText(value: string): string {
  const isOpen: boolean[] = []
  const parts = receivedText(value)
    .split(MATHS)
    .map((part, index) => (index % 2 === 1 ? part : withoutBraces(withAllAccents(withSigns(part)), isOpen)))
  return receivedText(parts.join(''))
}

/** A name or a keyword: no braces, and no signs of TeX. */
const bibtexWords = (value: string): string =>
  receivedText(
    bibtexText(value)
      .replace(/\\([%&#_${} ])/g, '$1')
      .replace(/[{}]/g, '')
      .replaceAll('~', ' '),
  )

/** An address: `\url{…}` around it and backslashes before its signs are left out. */
export const bibtexAddress = (value: string): string =>
  value
    .trim()
    .replace(/^\\(?:url|path)\{([^{}]*)\}$/, '$1')
    .replace(/\{?\\textasciitilde *(?:\{\})?\}?|\$\\sim\$/g, '~')
    .replace(/\\([%&#_~$])/g, '$1')
    .replace(/[{}]/g, '')

/** Cuts a text at each separator that stands in no braces. White space must be collapsed. */
function cut(text: string, separator: RegExp): string[] {
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

const AND = /\\.|[{}]| and(?= )/gis
const COMMA = /\\.|[{}]|,/gs
const KEYWORD_END = /\\.|[{}]|[,;]/gs

/** DBLP numbers people of one name. */
const NUMBERED = / 0\d{3}$/

/** `Family, Given` and `Family, Jr, Given` as they are read aloud; undefined where there are more commas. */
function displayName(name: string): string | undefined {
  const [family = '', ...rest] = cut(name, COMMA)
  const given = rest.pop() ?? ''
  if (rest.length > 1) return undefined
  return bibtexWords([given, family, ...rest].join(' ')).replace(NUMBERED, '')
}

/** The names of a list joined by `and`. `isWhole` is false where it ends in `others`: how many more is not known. */
export function bibtexNames(value: string): { names: string[]; isWhole: boolean; unreadable: string[] } {
  const parts = cut(` ${receivedText(value)} `, AND).filter(part => part !== '')
  const isWhole = !/^(?:others|et al\.?)$/i.test(parts.at(-1) ?? '')
  const people = isWhole ? parts : parts.slice(0, -1)
  const names = people.map(displayName)
  return {
    names: names.filter((name): name is string => name !== undefined && name !== ''),
    isWhole,
    unreadable: people.filter((_, index) => names[index] === undefined),
  }
}

export const bibtexKeywords = (value: string): string[] =>
  cut(receivedText(value), KEYWORD_END)
    .map(bibtexWords)
    .filter(keyword => keyword !== '')
