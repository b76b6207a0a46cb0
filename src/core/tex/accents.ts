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
  d: '\u0323',
  b: '\u0331',
  h: '\u0309',
  G: '\u030f',
  f: '\u0311',
}

/** Letters that TeX writes as commands. */
const LETTERS: Record<string, string> = {
  ...{ o: 'ø', O: 'Ø', l: 'ł', L: 'Ł', aa: 'å', AA: 'Å', ae: 'æ', AE: 'Æ', oe: 'œ', OE: 'Œ' },
  ...{ ss: 'ß', i: 'ı', j: 'ȷ', dh: 'ð', DH: 'Ð', th: 'þ', TH: 'Þ', dj: 'đ', DJ: 'Đ', ng: 'ŋ', NG: 'Ŋ' },
  ...{ SS: 'ẞ', ohorn: 'ơ', OHORN: 'Ơ', uhorn: 'ư', UHORN: 'Ư' },
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

/** Letters with accents instead of TeX's way to write them, where nothing else can be meant. */
export const withAccents = (text: string): string =>
  text
    .replace(BRACED, (whole, outer, inside, accent, letter) =>
      composed(whole, outer ?? accent, inside ?? letter),
    )
    .replace(BARE_IN_WORD, composed)

/** A letter with marks, and letters after it: the accent stands on the first. */
const ACCENTED = /^(\p{L}\p{M}*)(\p{L}*)$/u

/** The letter with one more mark. Marks that were stacked the other way round make the same letter where one exists. */
function withMark(letter: string, mark: string, isBraced: boolean): string | undefined {
  const base = letter.replace('ı', 'i').replace('ȷ', 'j').normalize('NFD')
  const ways = [base + mark, base.replace(/^(\P{M})/u, `$1${mark}`)].map(way => way.normalize('NFC'))
  const [stacked] = ways
  return ways.find(way => [...way].length === 1) ?? (isBraced ? stacked : undefined)
}

interface Read {
  text: string
  end: number
}

const COMMAND = /\\(?:([A-Za-z]+)|([^A-Za-z]))/y
const SPACES = /[ \n]*/y
/** Deeper ones are no accents. */
const MAX_DEPTH = 8

const endOf = (pattern: RegExp, text: string, at: number): number => {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : at
}

/** The offset behind the group that opens at `at`, of at most 60 characters. */
function behindGroup(text: string, at: number): number | undefined {
  let depth = 0
  for (let end = at; end < Math.min(text.length, at + 60); end++) {
    if (text[end] === '\\') end++
    else if (text[end] === '{') depth++
    else if (text[end] === '}' && --depth === 0) return end + 1
  }
  return undefined
}

/** Argument of an accent: a group, a command or a letter. */
function argumentAt(text: string, at: number, depth: number): (Read & { isBraced: boolean }) | undefined {
  if (text[at] === '{') {
    const end = behindGroup(text, at)
    if (end === undefined) return undefined
    const inner = lettersIn(text.slice(at + 1, end - 1), depth + 1).replace(/[{}]/g, '')
    return { text: inner.trim(), end, isBraced: true }
  }
  if (text[at] === '\\') {
    const letter = letterAt(text, at, depth + 1)
    return letter && { ...letter, isBraced: true }
  }
  const letter = String.fromCodePoint(text.codePointAt(at) ?? 0x20)
  return { text: letter, end: at + letter.length, isBraced: false }
}

/** The letter that the command at `at` writes. */
function letterAt(text: string, at: number, depth: number): Read | undefined {
  COMMAND.lastIndex = at
  const [whole = '', word, sign] = COMMAND.exec(text) ?? []
  const name = word ?? sign ?? ''
  const end = at + whole.length
  if (Object.hasOwn(LETTERS, name)) {
    const behind = text.startsWith('{}', end) ? end + 2 : endOf(SPACES, text, end)
    return { text: LETTERS[name] ?? '', end: behind }
  }
  if (!Object.hasOwn(MARKS, name) || depth > MAX_DEPTH) return undefined
  const found = argumentAt(text, endOf(SPACES, text, end), depth)
  const [, letter, rest = ''] = ACCENTED.exec(found?.text ?? '') ?? []
  const marked = letter && withMark(letter, MARKS[name] ?? '', found?.isBraced ?? false)
  return found && marked ? { text: marked + rest, end: found.end } : undefined
}

function lettersIn(text: string, depth: number): string {
  let result = ''
  let from = 0
  for (let at = text.indexOf('\\'); at !== -1; at = text.indexOf('\\', at)) {
    const letter = letterAt(text, at, depth)
    if (letter) {
      result += text.slice(from, at) + letter.text
      from = letter.end
      at = letter.end
    } else at += 2
  }
  return result + text.slice(from)
}

/**
 * Text that was written for TeX with its letters as characters: accents of any kind, stacked ones (`\~{\^e}`) and those on
 * dotless letters, and letters such as `\ss`. An accent without a letter that can bear it stays as it is.
 */
export const withAllAccents = (text: string): string => lettersIn(text, 0)
