import { DEPTH_LIMIT } from '../text/json.ts'
import type { Problem } from '../text/problem.ts'
import { excerpt } from '../text/receivedText.ts'

/** A piece of a BibTeX file: `@type{key, body}`. */
export interface BibtexEntry {
  /** In lower case; `string` for a definition, which has no key. */
  type: string
  key: string
  /** The fields, without the bracket that closes the entry. */
  body: string
  line: number
  /** The line in which the body begins. */
  bodyLine: number
  /** Names that stand for strings, in lower case, as often as they stand there. */
  uses: string[]
  /** Fields that stand more than once. */
  twice: string[]
}

/** Longer entries are not read: no paper has so much to say. */
export const ENTRY_LIMIT = 1_000_000

const ENTRY = /@([a-z]+)\s*[{(]/iy
const HEAD = /\s*((?!@)[^,={}"\n]*)\s*(,?)/y
const FIELD = /\s*([a-z_][\w:+-]*)\s*=/iy
/** A field within a value: a sign that a bracket is missing before it. */
const INNER_FIELD = /,\s*[a-z_][\w:+-]*\s*=\s*[{"]/iy
const NAME = /\s*([a-z_][\w:+-]*)/iy
/** Beginnings that no value has, at the beginning of a line or behind a bracket. */
const NEXT_ENTRY = /@(?:(?:string|preamble|comment)\s*[{(]|[a-z]+\s*[{(]\s*[^\s{}(),="'#]*\s*,)/iy

const match = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at
  return pattern.exec(text)
}

interface EntryBody {
  end: number
  /** `open`: only the last bracket is missing. `lost`: another entry, or the end of the text, comes within a value. */
  state: 'closed' | 'open' | 'lost'
  isDeep: boolean
  uses: string[]
  twice: string[]
}

/** Finds the end of the body that begins at `start`, by the rules of the parser that reads it afterwards. */
function bodyAt(text: string, start: number): EntryBody {
  const fields = new Set<string>()
  const body: EntryBody = { end: text.length, state: 'lost', isDeep: false, uses: [], twice: [] }
  let depth = 0
  let quoted = false
  let holdsField = false
  let behindSpace = ','
  const takeField = (at: number): void => {
    const name = match(FIELD, text, at)?.[1]?.toLowerCase()
    if (name === undefined) return
    if (fields.has(name) && !body.twice.includes(name)) body.twice.push(name)
    fields.add(name)
  }
  takeField(start)
  for (let at = start; at < text.length; at++) {
    const char = text[at] as string
    const isOutside = depth === 0 && !quoted
    const mayBegin = isOutside ? ENTRY : /[\n}]/.test(behindSpace) ? NEXT_ENTRY : undefined
    if (char === '@' && mayBegin && match(mayBegin, text, at)) {
      return { ...body, end: at, state: isOutside && !holdsField ? 'open' : 'lost' }
    }
    if (char === '\n' || !/\s/.test(char)) behindSpace = char
    if (char === ',' && !isOutside) holdsField ||= match(INNER_FIELD, text, at) !== null
    if (char === '\\' && !isOutside && /[\\{}]/.test(text[at + 1] ?? '')) at++
    else if (char === '{') body.isDeep = ++depth > DEPTH_LIMIT || body.isDeep
    else if (depth > 0) depth -= char === '}' ? 1 : 0
    else if (char === '"') quoted = !quoted
    else if (quoted) continue
    else if (char === '}' || char === ')') return { ...body, end: at, state: 'closed' }
    else if (char === '%') at = (text.indexOf('\n', at) + 1 || text.length + 1) - 2
    else if (char === ',') takeField(at + 1)
    else if (char === '=' || char === '#') {
      const name = match(NAME, text, at + 1)?.[1]
      if (name !== undefined) body.uses.push(name.toLowerCase())
    }
  }
  if (depth === 0 && !quoted && !holdsField) body.state = 'open'
  return body
}

/** The offset behind the brackets that open at `at`, whatever is in them; nothing where they are never closed. */
function behindBraces(text: string, at: number): number | undefined {
  let depth = 0
  for (let end = at; end < text.length; end++) {
    if (text[end] === '{') depth++
    else if (text[end] === '}' && --depth === 0) return end + 1
  }
  return undefined
}

/** Counts each line once: offsets must ascend. */
function lineCounter(text: string, first: number): (offset: number) => number {
  let line = first
  let at = 0
  return offset => {
    for (; at < offset; at++) if (text[at] === '\n') line++
    return line
  }
}

/** Whether a line between two entries is neither blank nor meant as a comment. */
const isStray = (line: string): boolean => !/^(?:%|$)/.test(line.trim())

/**
 * Cuts a BibTeX file into its entries, in linear time, so that each can be read by itself: a bracket too few in one of
 * them does not reach beyond the next.
 */
export function scanBibtex(text: string, firstLine = 1): { entries: BibtexEntry[]; problems: Problem[] } {
  const entries: BibtexEntry[] = []
  const problems: Problem[] = []
  const lineOf = lineCounter(text, firstLine)
  let commentsClose = true
  let read = 0

  /** Text between two entries is a comment by BibTeX's rules, but may be what an early bracket cut off. */
  const passOver = (end: number): void => {
    const between = text.slice(read, end).split('\n')
    const stray = between.findIndex(isStray)
    if (stray === -1) return
    problems.push({
      where: `line ${lineOf(read) + stray}`,
      message: `passed over, as it is in no entry: “${excerpt(between.filter(isStray).join('\n'))}”`,
      dropped: false,
    })
  }

  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', Math.max(at + 1, read))) {
    const found = match(ENTRY, text, at)
    if (!found) continue
    passOver(at)
    const line = lineOf(at)
    const type = (found[1] as string).toLowerCase()
    const leaveOut = (message: string): void => {
      problems.push({ where: `line ${line}`, message: `entry left out: ${message}`, dropped: true })
    }
    if (type === 'comment') {
      let end: number | undefined
      if (commentsClose && found[0].endsWith('{')) {
        end = behindBraces(text, at)
        commentsClose = end !== undefined
      }
      read = end ?? (text.indexOf('\n', at) + 1 || text.length)
      continue
    }
    const start = at + found[0].length
    const isData = type !== 'string' && type !== 'preamble'
    const head = isData ? match(HEAD, text, start) : null
    const [whole = '', name = '', comma = ''] = head ?? []
    const key = name.trim()
    const isKeyless = comma === '' && text[start + whole.length] === '=' && !/\s/.test(key)
    const bodyStart = isKeyless || !isData ? start : start + whole.length
    const bodyLine = lineOf(bodyStart)
    const body = bodyAt(text, bodyStart)
    read = body.state === 'closed' ? body.end + 1 : body.end
    const called = isKeyless || key === '' ? `@${type}` : `“${excerpt(key)}”`
    if (body.state === 'lost') leaveOut(`${called} has a bracket or quotation mark that is never closed`)
    else if (type === 'preamble') continue
    else if (body.isDeep) leaveOut(`${called} is nested deeper than ${DEPTH_LIMIT} levels`)
    else if (body.end - at > ENTRY_LIMIT) leaveOut(`${called} is longer than ${ENTRY_LIMIT / 1000} kB`)
    else if (isData && comma === '' && !isKeyless && body.end > bodyStart)
      leaveOut(`no comma behind the key ${called}`)
    else {
      const { uses, twice, end, state } = body
      if (state === 'open') {
        const isLast = end === text.length
        const message = `${called} lacks its last bracket${isLast ? ': the file may have been cut off' : ''}`
        problems.push({ where: `line ${line}`, message, dropped: isLast })
      }
      entries.push({
        type,
        key: isKeyless ? '' : key,
        body: text.slice(bodyStart, end),
        line,
        bodyLine,
        uses,
        twice,
      })
    }
  }
  passOver(text.length)
  return { entries, problems }
}
