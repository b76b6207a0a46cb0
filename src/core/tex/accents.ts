/** The combining mark of each accent of TeX. */
const MARKS: Record<string, string> = {
  "'": '\u0301',
  '`': '\u0300',
  '"': '\u0308',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  '.': '\u0307',
  c: '\u0327',
  v: '\u030c',
  u: '\u0306',
  H: '\u030b',
  k: '\u0328',
  r: '\u030a',
}

/** Letters that TeX writes as commands. */
const LETTERS: Record<string, string> = {
  ...{ o: 'ø', O: 'Ø', l: 'ł', L: 'Ł', aa: 'å', AA: 'Å', ae: 'æ', AE: 'Æ', oe: 'œ', OE: 'Œ' },
  ...{ ss: 'ß', i: 'ı', j: 'ȷ', dh: 'ð', DH: 'Ð', th: 'þ', TH: 'Þ', dj: 'đ', DJ: 'Đ', ng: 'ŋ', NG: 'Ŋ' },
}

/** One character for a letter and its accent; as it was where there is none. */
function composed(whole: string, accent: string, letter: string): string {
  const character = (letter + (MARKS[accent] ?? '')).normalize('NFC')
  return character.length === 1 ? character : whole
}

/** `\"{u}`, `{\"u}`, `\c{c}`: what the braces leave no doubt about. */
const BRACED = /\{\\(['`"^~=.])\\?([A-Za-z])\}|\\(['`"^~=.cvuHkr])\{\\?([A-Za-z])\}/g

/** `espa\~nol`, `l\'exicas`: only inside words, since a quotation mark may have been written `\"`. */
const BARE_IN_WORD = /(?<=\p{L})\\(~(?=[ano])|['`"^=](?=[aeiouy]))([a-z])/giu

/** `\'Elie`, `\v Sek`, `\.Z`: only where each backslash is TeX's. */
const BARE = /\\(?:(['`"^~=.]) ?\\?|([cvuHkr]) )([A-Za-z])/g
const LETTER = /\\([A-Za-z]{1,2})(?![A-Za-z])(?:\{\}| )?/g

const withBraced = (text: string): string =>
  text.replace(BRACED, (whole, outer, inside, accent, letter) =>
    composed(whole, outer ?? accent, inside ?? letter),
  )

/** Letters with accents in place of TeX's way to write them, where nothing else can be meant. */
export const withAccents = (text: string): string => withBraced(text).replace(BARE_IN_WORD, composed)

/** The same for text that was written for TeX: all its accents, and letters such as `\ss`. */
export const withAllAccents = (text: string): string =>
  withBraced(text)
    .replace(BARE, (whole, sign, command, letter) => composed(whole, sign ?? command, letter))
    .replace(LETTER, (whole, name: string) =>
      Object.hasOwn(LETTERS, name) ? (LETTERS[name] ?? whole) : whole,
    )
