import { parseXml, XmlElement } from '@rgrove/parse-xml'
import { DEPTH_LIMIT } from '../text/json.ts'
import type { Problem } from '../text/problem.ts'
import { excerpt } from '../text/receivedText.ts'

export type ParsedXml =
  | { ok: true; root: XmlElement; lineOf: (element: XmlElement) => number }
  /** `offset`: where it is not well-formed. */
  | { ok: false; line: number; message: string; offset?: number }

/** Declarations that make entities, and with them bombs. No feed needs it, so it is refused wherever it stands. */
const DECLARATION = /<!(?:DOCTYPE|ENTITY)/i
/** An element takes some 500 bytes of memory. A feed of 20 MB has fewer than this. */
const ELEMENT_LIMIT = 1_000_000
const QUOTE_OR_END = /["'>]/g

/** Constructs that begin like a tag and are none, with their ends. */
const NO_TAGS = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const

const behind = (text: string, end: string, from: number): number => {
  const at = text.indexOf(end, from)
  return at === -1 ? text.length : at + end.length
}

/** The offset behind the tag that opens at `at`: a `>` within quotes does not end it. */
function endOfTag(xml: string, at: number): number {
  for (let from = at; ; ) {
    QUOTE_OR_END.lastIndex = from
    const found = QUOTE_OR_END.exec(xml)
    if (!found) return xml.length
    if (found[0] === '>') return found.index + 1
    from = behind(xml, found[0], found.index + 1)
  }
}

/** Walks through the tags without recursion: the parser recurses once a level, and would fail by stack overflow. */
function firstExcess(xml: string): { offset: number; message: string } | undefined {
  let depth = 0
  let elements = 0
  for (let at = xml.indexOf('<'); at !== -1; at = xml.indexOf('<', at)) {
    const noTag = NO_TAGS.find(([start]) => xml.startsWith(start, at))
    if (noTag) at = behind(xml, noTag[1], at + noTag[0].length)
    else if (xml[at + 1] === '/') {
      depth--
      at++
    } else {
      const end = endOfTag(xml, at)
      const isEmpty = xml[end - 2] === '/'
      if (++elements > ELEMENT_LIMIT) return { offset: at, message: `more than ${ELEMENT_LIMIT} elements` }
      if (!isEmpty && ++depth > DEPTH_LIMIT)
        return { offset: at, message: `nested deeper than ${DEPTH_LIMIT} levels` }
      at = end
    }
  }
  return undefined
}

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length

const LINE_FEED = 10

/** Counts each line once as long as the elements come in the order of the text. */
function lineCounter(xml: string): (element: XmlElement) => number {
  let offset = 0
  let line = 1
  return ({ start }) => {
    if (start < offset) [offset, line] = [0, 1]
    for (; offset < start; offset++) if (xml.charCodeAt(offset) === LINE_FEED) line++
    return line
  }
}

/**
 * Parses XML from anywhere in linear time, or says in which line it is wrong. Strict: what is cut or not well-formed is
 * refused as a whole. Document types and entities are refused before anything is parsed.
 */
export function readXml(text: string): ParsedXml {
  const declaration = DECLARATION.exec(text)
  if (declaration) {
    const message = `${declaration[0]} is refused: no feed of papers has it, and harmful files do`
    return { ok: false, line: lineAt(text, declaration.index), message }
  }
  // The parser takes quadratic time to normalise line ends by itself.
  const xml = text.replace(/\r\n?/g, '\n')
  const excess = firstExcess(xml)
  if (excess) return { ok: false, line: lineAt(xml, excess.offset), message: excess.message }
  try {
    const { root } = parseXml(xml, { includeOffsets: true })
    if (root) return { ok: true, root, lineOf: lineCounter(xml) }
    return { ok: false, line: 1, message: 'no element in it' }
  } catch (error) {
    const { message: received, line = 1, pos: offset = 0 } = error as Error & { line?: number; pos?: number }
    // An excerpt of the text follows in the lines below.
    const [first = ''] = received.split('\n', 1)
    const message = excerpt(first.replace(/\(line \d+, /, '('), 160)
    return { ok: false, line, offset, message: `not well-formed XML: ${message}` }
  }
}

/** The elements that hold one paper each. */
const RECORD = /^(?:\w+:)?(?:entry|item|record)$/

/** The text up to the last whole record before an offset, all open elements closed; nothing where there is none. */
function wholeRecords(xml: string, before: number): string | undefined {
  const open: string[] = []
  let whole: { end: number; open: string[] } | undefined
  for (let at = xml.indexOf('<'); at !== -1 && at < before; at = xml.indexOf('<', at)) {
    const noTag = NO_TAGS.find(([start]) => xml.startsWith(start, at))
    if (noTag) {
      at = behind(xml, noTag[1], at + noTag[0].length)
      continue
    }
    const end = endOfTag(xml, at)
    if (end > before || xml[end - 1] !== '>') break
    const name = /^<\/?([^\s/>]{1,100})/.exec(xml.slice(at, at + 110))?.[1] ?? ''
    if (xml[at + 1] !== '/') {
      if (xml[end - 2] !== '/') open.push(name)
    } else {
      open.pop()
      if (RECORD.test(name))
        whole = { end, open: open.length === whole?.open.length ? whole.open : [...open] }
    }
    at = end
  }
  // A fault behind the end of all is no cut.
  if (open.length === 0) return undefined
  return (
    whole &&
    xml.slice(0, whole.end) +
      whole.open
        .toReversed()
        .map(name => `</${name}>`)
        .join('')
  )
}

/**
 * As `readXml`; but of a feed that is cut or broken the entries before that place are read, and `flaw` says what is not.
 */
export function readXmlSoFar(text: string): ParsedXml & { flaw?: Problem } {
  const parsed = readXml(text)
  if (parsed.ok || parsed.offset === undefined) return parsed
  const whole = wholeRecords(text.replace(/\r\n?/g, '\n'), parsed.offset)
  const rest = whole === undefined ? parsed : readXml(whole)
  if (!rest.ok) return parsed
  const message = `nothing from here on was read: ${parsed.message}`
  return { ...rest, flaw: { where: `line ${parsed.line}`, message, dropped: true } }
}

/** The namespace of an element: the nearest declaration of its prefix, here or further out, says it. */
function namespaceOf(element: XmlElement): string | undefined {
  const colon = element.name.indexOf(':')
  const attribute = colon === -1 ? 'xmlns' : `xmlns:${element.name.slice(0, colon)}`
  let at: typeof element.parent = element
  while (at instanceof XmlElement) {
    const namespace = at.attributes[attribute]
    if (namespace !== undefined) return namespace
    at = at.parent
  }
  return undefined
}

const localNameOf = ({ name }: XmlElement): string => name.slice(name.indexOf(':') + 1)

export const isElement = (element: XmlElement, namespace: string, name: string): boolean =>
  localNameOf(element) === name && (namespaceOf(element) ?? '') === namespace

export const childrenOf = (element: XmlElement, namespace: string, name: string): XmlElement[] =>
  element.children.filter(
    (child): child is XmlElement => child instanceof XmlElement && isElement(child, namespace, name),
  )
