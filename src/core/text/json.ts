/** Deeper JSON is refused before it is parsed: nothing we read comes near, and recursion has to end somewhere. */
export const DEPTH_LIMIT = 64

const SCALAR = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y
const SPACE = /[ \t\n\r]*/y

interface Flaw {
  offset: number
  message: string
}

const endOf = (pattern: RegExp, text: string, at: number): number => {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : at
}

/** The offset behind the string that opens at `at`, or the flaw in it. */
function endOfString(text: string, at: number): number | Flaw {
  for (let i = at + 1; i < text.length; ) {
    const char = text[i] as string
    if (char === '"') return i + 1
    if (char < ' ') return { offset: i, message: 'a line break or control character inside a string' }
    const next = char === '\\' ? endOf(ESCAPE, text, i) : i + 1
    if (next === i) return { offset: i, message: 'an unknown escape in a string' }
    i = next
  }
  return { offset: at, message: 'a string that is never closed' }
}

const expected = (text: string, offset: number, what: string): Flaw =>
  offset >= text.length
    ? { offset, message: `the text ends where ${what} should come` }
    : { offset, message: `${what} expected, found ${JSON.stringify(text.slice(offset, offset + 1))}` }

/** Told where an object of a list ends, and which brackets are open there. */
type OnObject = (end: number, closers: readonly string[]) => void

/** Walks through a JSON text without recursion and without keeping anything; returns its first flaw. */
function firstFlaw(text: string, onObject: OnObject = () => {}): Flaw | undefined {
  const closers: string[] = []
  let at = endOf(SPACE, text, 0)
  /** Expected at `at`: a value, a key, or the token after a value; the first two can be a closing bracket, too. */
  let state: 'value' | 'firstValue' | 'key' | 'firstKey' | 'after' = 'value'
  for (;;) {
    const char = text[at]
    const closer = closers.at(-1)
    if (state === 'after') {
      if (closer === undefined) return at < text.length ? expected(text, at, 'nothing more') : undefined
      if (char === ',') state = closer === '}' ? 'key' : 'value'
      else if (char === closer) {
        closers.pop()
        if (char === '}' && closers.at(-1) === ']') onObject(at + 1, closers)
      } else return expected(text, at, `a comma or ${closer}`)
      at++
    } else if ((state === 'firstValue' || state === 'firstKey') && char === closer) {
      closers.pop()
      if (char === '}' && closers.at(-1) === ']') onObject(at + 1, closers)
      state = 'after'
      at++
    } else if (state === 'key' || state === 'firstKey') {
      if (char !== '"') return expected(text, at, 'a key in double quotes')
      const end = endOfString(text, at)
      if (typeof end !== 'number') return end
      at = endOf(SPACE, text, end)
      if (text[at] !== ':') return expected(text, at, 'a colon')
      state = 'value'
      at++
    } else if (char === '{' || char === '[') {
      closers.push(char === '{' ? '}' : ']')
      if (closers.length > DEPTH_LIMIT)
        return { offset: at, message: `nested deeper than ${DEPTH_LIMIT} levels` }
      state = char === '{' ? 'firstKey' : 'firstValue'
      at++
    } else {
      const end = char === '"' ? endOfString(text, at) : endOf(SCALAR, text, at)
      if (typeof end !== 'number') return end
      if (end === at) return expected(text, at, 'a value')
      state = 'after'
      at = end
    }
    at = endOf(SPACE, text, at)
  }
}

function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset)
  const lineStart = before.lastIndexOf('\n') + 1
  return { line: before.split('\n').length, column: offset - lineStart + 1 }
}

export type Parsed = { ok: true; value: unknown } | { ok: false; line: number; message: string }

/**
 * Parses JSON and says where it is wrong, the same in every engine: `JSON.parse` names the position in some of its
 * messages in some engines. A byte-order mark is allowed.
 */
export function parseJson(input: string): Parsed {
  const text = input.startsWith('\ufeff') ? input.slice(1) : input
  const flaw = firstFlaw(text)
  if (flaw === undefined) return { ok: true, value: JSON.parse(text) }
  return { ok: false, ...described(text, flaw) }
}

function described(text: string, { offset, message }: Flaw): { line: number; message: string } {
  const { line, column } = lineAndColumn(text, offset)
  return { line, message: `not valid JSON: ${message} (column ${column})` }
}

/**
 * Parses a JSON text that may be cut or broken as far as it is whole: up to the last complete object of its list of
 * objects. The list is not within another one. Without such an object it is as `parseJson` says.
 */
export function parseJsonSoFar(input: string): Parsed & { flaw?: { line: number; message: string } } {
  const text = input.startsWith('\ufeff') ? input.slice(1) : input
  let whole: { end: number; closers: readonly string[] } | undefined
  const flaw = firstFlaw(text, (end, closers) => {
    if (closers.indexOf(']') === closers.length - 1 && closers.length <= (whole?.closers.length ?? 3)) {
      whole = { end, closers: closers.length === whole?.closers.length ? whole.closers : [...closers] }
    }
  })
  if (flaw === undefined) return { ok: true, value: JSON.parse(text) }
  const place = described(text, flaw)
  if (whole === undefined) return { ok: false, ...place }
  const value = JSON.parse(text.slice(0, whole.end) + whole.closers.toReversed().join(''))
  return { ok: true, value, flaw: place }
}
