import type { AuthorName } from '../papers/authorNames.ts'
import { withAllAccents } from '../tex/accents.ts'
import { receivedText } from '../text/receivedText.ts'
import { bibtexWords, cutOutsideBraces, withoutOuterBraces } from './bibtexText.ts'
import { withoutEntities } from './entities.ts'

/** A name as it is read aloud, and its parts where the entry tells them apart. */
interface ReadName {
  name: string
  parts?: AuthorName
}

const AND = /\\.|[{}]| and(?= )/gis
const SEMICOLON = /\\.|[{}]|;/gs
const COMMA = /\\.|[{}]|,/gs
const SPACE = /\\.|[{}]| /gs

/** DBLP numbers people of one name. */
const NUMBERED = / 0\d{3}$/
const SUFFIX = /^(?:jr\.?|sr\.?|ii|iii|iv)$/i
const FIRM = /^(?:inc|ltd|llc|gmbh|corp|co|plc|s\.a)\.?$/i
const OTHERS = /^(?:others|et al\.?)$/i
const STYLES =
  'textbf|textit|textsc|textrm|textsf|texttt|textsl|textup|textmd|textnormal|text|emph|underline|uline|mbox|hbox|noun|name'

/** Markup that says nothing of the name itself: how it looks, how it sorts, notes on it. Each rule, and what it leaves. */
const MARKUP: readonly [RegExp, string | ((...groups: string[]) => string)][] = [
  [/\{\\textquotesingle(?:\{\})?\}|\\textquotesingle(?:\{\}| |(?![A-Za-z]))/g, '’'],
  [/\\(?:relax|protect|ignorespaces|null|noexpand|allowbreak)(?![A-Za-z]) */g, ''],
  [
    /\\(?:noopsort|sortnoop|thanks|footnote|inst|orcid(?:link)?|footnotemark) ?(?:\[\d{1,3}\]|\{[^{}]{0,200}\})/gi,
    '',
  ],
  [/\$ ?\^ ?(?:\{[^{}$]{0,20}\}|\\[a-z]{1,20}|[^{}$])\$|\\textsuperscript ?\{[^{}\p{Lu}]{0,12}\}/gu, ''],
  [new RegExp(String.raw`(?<![A-Za-z])\{\\(?:${STYLES}) ?\{([^{}]*)\}\}`, 'g'), '$1'],
  [/\{\\(?:bf|em|it|sc|tt|sl|sf|rm|bfseries|itshape|scshape|rmfamily|normalfont) ([^{}]*)\}/g, '$1'],
  [/\\(?:uppercase|MakeUppercase) ?\{([^{}]*)\}/g, (_, inner = '') => inner.toUpperCase()],
  [/\\(?:lowercase|MakeLowercase) ?\{([^{}]*)\}/g, (_, inner = '') => inner.toLowerCase()],
  [new RegExp(String.raw`\\(?:${STYLES}) ?\{([^{}]*)\}`, 'g'), '$1'],
  // A letter with its accent is kept together by its braces.
  [/\{(\p{L}\p{M}*)\}/gu, '$1'],
  [/\\[ ,;:]|~/g, ' '],
  [/\\[-/@]/g, ''],
]
/** Markup within markup is left out from the inside, one a round. */
const MAX_ROUNDS = 5

function withoutTexMarkup(text: string): string {
  let plain = text
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const before = plain
    plain = MARKUP.reduce(
      (result, [pattern, becomes]) =>
        typeof becomes === 'string' ? result.replace(pattern, becomes) : result.replace(pattern, becomes),
      before,
    )
    if (plain === before) break
  }
  return receivedText(plain)
}

/** Without commands that nothing is known of: what they apply to stays. */
const words = (text: string): string => receivedText(bibtexWords(text).replace(/\\[A-Za-z]+ ?/g, ''))

/** Whether a word is a particle by BibTeX's rule: its first letter is small and outside braces. */
const isSmall = (word: string): boolean => /^['’ʼ‘]?\p{Ll}/u.test(word)

const spaced = (...parts: (string | undefined)[]): string => parts.filter(Boolean).join(' ')

/** The name that parts make. A division that leaves one part only is none. */
function inParts(parts: { given?: string; particle?: string; family: string; suffix?: string }): ReadName {
  const { particle, family, suffix } = parts
  const given = parts.given?.replace(NUMBERED, '')
  const name = spaced(given, particle, family, suffix)
  if (!given || !family) return { name }
  return {
    name,
    parts: { family, given, ...(particle && { particle }), ...(suffix && { suffix }) },
  }
}

/** `family=Vries, given=Hugo, prefix=de, useprefix=true`, as biblatex extends the format of names. */
const EXTENDED = /^(?:family|given|prefix|suffix)(?:-i)? ?=/i

function extendedName(name: string): ReadName {
  const values = new Map<string, string>()
  for (const part of cutOutsideBraces(name, COMMA)) {
    const at = part.indexOf('=')
    const value = part.slice(at + 1).trim()
    values.set(part.slice(0, at).trim().toLowerCase(), words(value.replace(/^"(.*)"$/, '$1')))
  }
  const { family = '', given, prefix, suffix } = Object.fromEntries(values)
  if (!given && !prefix && !suffix && family !== '') return { name: family, parts: { literal: family } }
  return inParts({
    family,
    ...(given && { given }),
    ...(prefix && { particle: prefix }),
    ...(suffix && { suffix }),
  })
}

/**
 * `von Last`: words in small letters before the last one are a particle where the name begins with one. Where it begins with a
 * capital (`Campos dos Exemplos`) BibTeX itself takes all up to `dos` for one; sorting and printing are the same.
 */
function familyOf(text: string): { particle?: string; family: string; suffix?: string } {
  const pieces = cutOutsideBraces(text, SPACE).filter(piece => piece !== '')
  const suffix = pieces.length > 1 && SUFFIX.test(pieces.at(-1) ?? '') ? pieces.pop() : undefined
  const lastSmall = pieces.findLastIndex((piece, at) => at < pieces.length - 1 && isSmall(piece))
  const begin = isSmall(pieces[0] ?? '') ? lastSmall + 1 : 0
  const particle = words(pieces.slice(0, begin).join(' '))
  return {
    family: words(pieces.slice(begin).join(' ')),
    ...(particle && { particle }),
    ...(suffix && { suffix }),
  }
}

/** `Lucía {Prado Muestra}`: without a comma, only braces say where the family name begins. */
function undividedName(text: string): ReadName {
  const pieces = cutOutsideBraces(text, SPACE).filter(piece => piece !== '')
  const suffix = SUFFIX.test(pieces.at(-1) ?? '') ? pieces.at(-1) : undefined
  const last = pieces.length - (suffix === undefined ? 1 : 2)
  const isGroup = (at: number): boolean => {
    const piece = pieces[at] ?? ''
    return piece.startsWith('{') && piece.endsWith('}') && piece.includes(' ')
  }
  const isParticle = (at: number): boolean => isGroup(at) && isSmall((pieces[at] ?? '').slice(1))
  const from = isParticle(last - 1) ? last - 1 : last
  const name = words(text).replace(NUMBERED, '')
  if (from < 1 || !(isGroup(last) || isParticle(last - 1))) return { name }
  return inParts({
    given: words(pieces.slice(0, from).join(' ')),
    family: words(pieces.slice(from, last + 1).join(' ')),
    ...(suffix && { suffix }),
  })
}

/** One name by BibTeX's rules (Tame the BeaST, 11); undefined where it has more commas than they know. */
function readName(text: string): ReadName | undefined {
  const name = withoutTexMarkup(text)
  if (EXTENDED.test(name)) return extendedName(name)
  const inner = withoutOuterBraces(name)
  if (inner !== name) {
    const literal = words(inner)
    return { name: literal, ...(literal !== '' && { parts: { literal } }) }
  }
  const pieces = cutOutsideBraces(name, COMMA)
  while (pieces.length > 1 && pieces.at(-1) === '') pieces.pop()
  const [family = '', second, third] = pieces
  if (pieces.length > 3) return undefined
  if (second === undefined) return undividedName(family)
  if (third === undefined && SUFFIX.test(second)) return { name: words(`${family} ${second}`) }
  if (third === undefined && FIRM.test(second)) {
    const literal = words(`${family}, ${second}`)
    return { name: literal, parts: { literal } }
  }
  // `Family, Jr, Given`, but many write the suffix last.
  const [suffix, given] =
    third === undefined ? [undefined, second] : SUFFIX.test(third) ? [third, second] : [second, third]
  const divided = familyOf(family)
  return inParts({ given: words(given), ...divided, ...(suffix && { suffix: words(suffix) }) })
}

/** Names that were joined otherwise than by `and`. */
function separated(parts: string[]): string[] {
  return parts.flatMap(part => {
    const bySemicolons = cutOutsideBraces(part, SEMICOLON).filter(piece => piece !== '')
    if (bySemicolons.length > 1) return bySemicolons
    const byCommas = cutOutsideBraces(part, COMMA).filter(piece => piece !== '')
    const isList = byCommas.length > 2 && byCommas.every(piece => !piece.includes('=') && / /.test(piece))
    return isList ? byCommas : [part]
  })
}

export interface ReadNames {
  /** As they are read aloud, given names first. */
  names: string[]
  /** Those of which the entry says more than how they are read. */
  divided: AuthorName[]
  /** False where the list ends in `others`: how many more there are is not known. */
  isWhole: boolean
  unreadable: string[]
}

/** The names of a list joined by `and`. */
export function bibtexNames(value: string): ReadNames {
  const text = withAllAccents(withoutEntities(receivedText(value)))
  const parts = cutOutsideBraces(` ${text} `, AND).filter(part => part !== '')
  const last = parts.pop() ?? ''
  const lastName = withoutOuterBraces(withoutTexMarkup(last))
  const isOthers = OTHERS.test(lastName)
  const begun = isOthers ? '' : last.replace(/[, ] ?et al\.?$/i, '')
  const people = separated([...parts, begun].filter(part => part !== ''))
  const read = people.map(readName)
  const known = read.filter(name => name !== undefined).filter(({ name }) => name !== '')
  return {
    names: known.map(({ name }) => name),
    divided: known.flatMap(({ parts }) => (parts === undefined ? [] : [parts])),
    isWhole: !isOthers && begun === last,
    unreadable: people.filter((_, index) => read[index] === undefined),
  }
}
