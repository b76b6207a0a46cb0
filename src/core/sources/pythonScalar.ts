/** Where a literal is wrong, counted from 0, and how. */
export interface Flaw {
  offset: number
  message: string
}

/** A value, and the offset behind it. */
export interface ParsedValue<T = unknown> {
  value: T
  end: number
}

/** Stands for what is no literal: a call such as `datetime.datetime(2025, 3, 20)`, a name such as `nan`, bytes. */
export class NotLiteral {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

export const flaw = (offset: number, message: string): Flaw => ({ offset, message })
export const isFlaw = (result: ParsedValue | Flaw): result is Flaw => 'message' in result

const SPACE = /[ \t\n\r\f]*/y
/** `\N{…}` is left out: it names a character, and we have no list of names. */
const ESCAPE = /\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|[0-7]{1,3}|[^xuUN])/y
const PLAIN = { "'": /[^'\\]*/y, '"': /[^"\\]*/y } as const
const PREFIX = /[bBfFrRuU]{0,2}(?=['"])/y
const NUMBER = /[+-]?(?:\d[\d_]*(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?(?![\w.])/y
const WORD = /[+-]?[\w.]+/y
const NO_BRACKET_OR_QUOTE = /[^()[\]{}'"]*/y
const QUOTED_LIMIT = 60

const CONSTANTS = new Map<string, unknown>([
  ['True', true],
  ['False', false],
  ['None', null],
])

const LETTER_ESCAPES = new Map([
  ['a', '\u0007'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['v', '\v'],
  ['\\', '\\'],
  ["'", "'"],
  ['"', '"'],
  // A line that goes on in the next.
  ['\n', ''],
])

const endOf = (pattern: RegExp, text: string, at: number): number => {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : at
}

export const skipSpace = (text: string, at: number): number => endOf(SPACE, text, at)

function startsString(text: string, at: number): boolean {
  PREFIX.lastIndex = at
  return PREFIX.test(text)
}

/** The character that an escape such as `\n` or `\u00e9` stands for; undefined where Unicode has none. */
function unescaped(sequence: string): string | undefined {
  const sign = sequence.slice(1, 2)
  const digits = sequence.slice(2)
  if (digits !== '' && /[xuU]/.test(sign)) {
    const code = Number.parseInt(digits, 16)
    return code > 0x10ffff ? undefined : String.fromCodePoint(code)
  }
  if (/[0-7]/.test(sign)) return String.fromCharCode(Number.parseInt(sequence.slice(1), 8))
  // Python keeps the backslash of an escape that it does not know.
  return LETTER_ESCAPES.get(sign) ?? sequence
}

/** One string, whose opening quote stands at `at`. A `raw` one keeps its backslashes. */
function stringAt(text: string, at: number, raw: boolean): ParsedValue<string> | Flaw {
  const plain = PLAIN[text[at] as keyof typeof PLAIN]
  let value = ''
  for (let from = at + 1; ; ) {
    const end = endOf(plain, text, from)
    value += text.slice(from, end)
    if (text[end] === text[at]) return { value, end: end + 1 }
    from = raw ? Math.min(end + 2, text.length) : endOf(ESCAPE, text, end)
    if (end + 1 >= text.length) return flaw(at, 'a string that is never closed')
    const part = raw ? text.slice(end, from) : unescaped(text.slice(end, from))
    if (from === end || part === undefined) return flaw(end, 'an escape that cannot be read in a string')
    value += part
  }
}

/** A string, or several in a row, which are one. */
function stringsAt(text: string, at: number): ParsedValue | Flaw {
  let value = ''
  let isText = true
  for (let from = at; ; ) {
    const quoteAt = endOf(PREFIX, text, from)
    const prefix = text.slice(from, quoteAt).toLowerCase()
    const part = stringAt(text, quoteAt, prefix.includes('r'))
    if (isFlaw(part)) return part
    value += part.value
    isText &&= !/[bf]/.test(prefix)
    from = skipSpace(text, part.end)
    if (!startsString(text, from)) {
      return { value: isText ? value : new NotLiteral(text.slice(at, at + QUOTED_LIMIT)), end: part.end }
    }
  }
}

/** The offset behind the brackets that open at `at`: those within strings do not count. */
function endOfBrackets(text: string, at: number): number | Flaw {
  for (let from = at, depth = 0; from < text.length; from = endOf(NO_BRACKET_OR_QUOTE, text, from)) {
    const char = text[from] as string
    if (char === '"' || char === "'") {
      const string = stringAt(text, from, false)
      if (isFlaw(string)) return string
      from = string.end
    } else {
      depth += '([{'.includes(char) ? 1 : -1
      from++
      if (depth === 0) return from
    }
  }
  return flaw(at, 'a bracket that is never closed')
}

function wordAt(text: string, at: number, end: number): ParsedValue | Flaw {
  const word = text.slice(at, end)
  if (CONSTANTS.has(word)) return { value: CONSTANTS.get(word), end }
  const next = skipSpace(text, end)
  const behind = text[next] === '(' ? endOfBrackets(text, next) : end
  if (typeof behind !== 'number') return behind
  return { value: new NotLiteral(text.slice(at, Math.min(behind, at + QUOTED_LIMIT))), end: behind }
}

/** The value at `at` that is neither dict nor list nor tuple. */
export function scalarAt(text: string, at: number): ParsedValue | Flaw {
  if (startsString(text, at)) return stringsAt(text, at)
  const number = endOf(NUMBER, text, at)
  if (number > at) return { value: Number(text.slice(at, number).replaceAll('_', '')), end: number }
  const word = endOf(WORD, text, at)
  if (word > at) return wordAt(text, at, word)
  if (at >= text.length) return flaw(at, 'the text ends where a value should come')
  return flaw(at, `a value expected, found ${JSON.stringify(text.slice(at, at + 1))}`)
}
