/** Elements that publishers leave in titles and abstracts: HTML and JATS. What else stands in angle brackets is text. */
const NAMES =
  'a|abstract|b|bold|br|code|div|em|h[1-6]|i|italic|label|li|ol|p|sc|sec|small|span|strong|title|tt|u|ul|underline'
const TAG = new RegExp(`</?(?:jats:|ns\\d:|mml:)?(?:${NAMES})(?:[\\s/][^<>]{0,500})?>`, 'gi')
/** Elements that end a word: `One.</p><p>Two` is two of them. */
const BLOCK = /^<\/?(?:[\w]+:)?(?:p|br|div|h[1-6]|li|ul|ol|sec|title|label|abstract)[\s/>]/i
/** Shifted letters, kept as TeX writes them: 10<sup>-3</sup> is no 10-3. */
const SHIFTED = /<(?:jats:)?(su[bp])>([^<>]{1,200})<\/(?:jats:)?su[bp]>/gi

const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}\d?));/gi
const NAMED: Record<string, string> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ensp: ' ', emsp: ' ', thinsp: ' ' },
  ...{ ndash: '–', mdash: '—', hellip: '…', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', middot: '·' },
  ...{ times: '×', deg: '°', plusmn: '±', le: '≤', ge: '≥', ne: '≠', minus: '−', infin: '∞', rarr: '→' },
  ...{ alpha: 'α', beta: 'β', gamma: 'γ', delta: 'δ', epsilon: 'ε', lambda: 'λ', mu: 'μ', pi: 'π' },
  ...{ sigma: 'σ', tau: 'τ', phi: 'φ', omega: 'ω', theta: 'θ', micro: 'µ', szlig: 'ß', copy: '©', reg: '®' },
}
const MARKS: Record<string, string> = {
  ...{ acute: '\u0301', grave: '\u0300', circ: '\u0302', tilde: '\u0303', uml: '\u0308' },
  ...{ cedil: '\u0327', ring: '\u030a', caron: '\u030c' },
}
const LETTER_WITH_MARK = /^([a-z])(acute|grave|circ|tilde|uml|cedil|ring|caron)$/i

function entityText(whole: string, decimal?: string, hex?: string, name = ''): string {
  if (decimal !== undefined || hex !== undefined) {
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  }
  const [, letter = '', mark = ''] = LETTER_WITH_MARK.exec(name) ?? []
  if (letter !== '') return (letter + MARKS[mark.toLowerCase()]).normalize('NFC')
  return Object.hasOwn(NAMED, name) ? (NAMED[name] ?? whole) : whole
}

/**
 * Text without the markup that publishers and indexes leave in it: tags of HTML and JATS go, `<sub>` and `<sup>` become
 * `_{…}` and `^{…}`, entities become their characters. An angle bracket of a formula stays. Linear time.
 */
export function withoutMarkup(text: string): string {
  if (!/[<&]/.test(text)) return text
  // Twice: some tools escape what is escaped already, `&amp;lt;`.
  const written = text.replace(ENTITY, entityText).replace(ENTITY, entityText)
  return written
    .replace(
      SHIFTED,
      (_, where: string, what: string) => `${where.toLowerCase() === 'sub' ? '_' : '^'}{${what}}`,
    )
    .replace(TAG, tag => (BLOCK.test(tag) ? ' ' : ''))
}
