/** Characters that publishers leave in texts as HTML names them: those of HTML 4.01. */

/** In the order of their code points, from U+00A0 on. */
const LATIN =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'
/** From U+0391 on; U+03A2 is no character. */
const CAPITALS =
  'Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho - Sigma Tau Upsilon Phi Chi Psi Omega'
/** From U+03B1 on. */
const GREEK =
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigmaf sigma tau upsilon phi chi psi omega'

const OTHERS: Record<string, string> = {
  ...{ quot: '"', amp: '&', lt: '<', gt: '>', apos: "'", OElig: 'Œ', oelig: 'œ', Scaron: 'Š', scaron: 'š' },
  ...{
    Yuml: 'Ÿ',
    fnof: 'ƒ',
    circ: 'ˆ',
    tilde: '˜',
    thetasym: 'ϑ',
    upsih: 'ϒ',
    piv: 'ϖ',
    ensp: ' ',
    emsp: ' ',
  },
  ...{ thinsp: ' ', zwnj: '\u200c', zwj: '\u200d', lrm: '', rlm: '', ndash: '–', mdash: '—', lsquo: '‘' },
  ...{ rsquo: '’', sbquo: '‚', ldquo: '“', rdquo: '”', bdquo: '„', dagger: '†', Dagger: '‡', bull: '•' },
  ...{ hellip: '…', permil: '‰', prime: '′', Prime: '″', lsaquo: '‹', rsaquo: '›', oline: '‾', frasl: '⁄' },
  ...{ euro: '€', image: 'ℑ', weierp: '℘', real: 'ℜ', trade: '™', alefsym: 'ℵ', larr: '←', uarr: '↑' },
  ...{ rarr: '→', darr: '↓', harr: '↔', crarr: '↵', lArr: '⇐', uArr: '⇑', rArr: '⇒', dArr: '⇓', hArr: '⇔' },
  ...{
    forall: '∀',
    part: '∂',
    exist: '∃',
    empty: '∅',
    nabla: '∇',
    isin: '∈',
    notin: '∉',
    ni: '∋',
    prod: '∏',
  },
  ...{ sum: '∑', minus: '−', lowast: '∗', radic: '√', prop: '∝', infin: '∞', ang: '∠', and: '∧', or: '∨' },
  ...{ cap: '∩', cup: '∪', int: '∫', there4: '∴', sim: '∼', cong: '≅', asymp: '≈', ne: '≠', equiv: '≡' },
  ...{ le: '≤', ge: '≥', sub: '⊂', sup: '⊃', nsub: '⊄', sube: '⊆', supe: '⊇', oplus: '⊕', otimes: '⊗' },
  ...{
    perp: '⊥',
    sdot: '⋅',
    lceil: '⌈',
    rceil: '⌉',
    lfloor: '⌊',
    rfloor: '⌋',
    lang: '⟨',
    rang: '⟩',
    loz: '◊',
  },
  ...{ spades: '♠', clubs: '♣', hearts: '♥', diams: '♦' },
}

const inOrder = (names: string, first: number): [string, string][] =>
  names.split(' ').map((name, at) => [name, String.fromCodePoint(first + at)])

const NAMED: ReadonlyMap<string, string> = new Map([
  ...inOrder(LATIN, 0xa0),
  ...inOrder(CAPITALS, 0x391),
  ...inOrder(GREEK, 0x3b1),
  ...Object.entries(OTHERS),
])

/** Those that stand for the character of a Windows code page, as all browsers read them. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

const MARKS: Readonly<Record<string, string>> = {
  ...{ acute: '\u0301', grave: '\u0300', circ: '\u0302', tilde: '\u0303', uml: '\u0308' },
  ...{ cedil: '\u0327', ring: '\u030a', caron: '\u030c' },
}
/** Letters with a mark that HTML 4.01 does not name: `&ccaron;`. */
const LETTER_WITH_MARK = /^([a-z])(acute|grave|circ|tilde|uml|cedil|ring|caron)$/i

/** The character of the entity with a name, which is `amp` for `&amp;`. */
export function namedCharacter(name: string): string | undefined {
  const [, letter = '', mark = ''] = LETTER_WITH_MARK.exec(name) ?? []
  return (
    NAMED.get(name) ?? (letter === '' ? undefined : (letter + MARKS[mark.toLowerCase()]).normalize('NFC'))
  )
}

/** The character of the entity with a code point; nothing where it is half a character or a control character. */
export function numberedCharacter(code: number): string | undefined {
  if (code >= 0x80 && code < 0xa0) return WINDOWS[code - 0x80]
  const isCharacter = code > 0x1f && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000)
  return isCharacter ? String.fromCodePoint(code) : undefined
}

/** Escaped more than once, and with the backslashes of TeX before the signs that it reads: `\&amp;\#x1f30a;`. */
const ENTITY = /\\?&(?:amp;)*(?:\\?#(?:[xX]([\dA-Fa-f]{1,6})|(\d{1,7}))|([A-Za-z]{2,8}\d{0,2}));/g

/**
 * Text in which the entities of HTML, by name or by number, are the characters that they stand for. Unknown ones stay.
 *
 * @param written how a character is written in the text, where it means something else there
 */
export const withoutEntities = (text: string, written = (character: string): string => character): string =>
  text.replace(ENTITY, (whole, hex?: string, decimal?: string, name?: string) => {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    const character = name === undefined ? numberedCharacter(code) : namedCharacter(name)
    return character === undefined ? whole : written(character)
  })
