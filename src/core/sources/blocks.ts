import { collapseSpace } from '../text.ts'
import { isAuthorCount, isDate, isOrganization } from './byline.ts'
import { isNavigation } from './navigation.ts'

export interface Line {
  text: string
  /** Counted from 1. */
  line: number
}

export interface TextBlock extends Line {
  kind: 'text'
}

/** The lines under an abstract: who wrote it, a dot, when it was published and how many comments it has. */
export interface BylineBlock {
  kind: 'byline'
  line: number
  who?: Line
  when?: Line
  /** A comment count on a line of its own. */
  comments?: Line
}

/** What the text of a page is made of. */
export type Block =
  | TextBlock
  | BylineBlock
  | (Line & { kind: 'upvotes' })
  /** A date that stands alone: the page's own day. */
  | (Line & { kind: 'day' })
  | (Line & { kind: 'navigation' })

/** A line that is not blank. `opens` is true where a blank line, or nothing, stands before it. */
interface PageLine extends Line {
  opens: boolean
}

const DOT = '·'
const UPVOTES = /^(?:\d{1,7}|-)$/
const COUNT = /^\d{1,6}$/
/** Longer lines are prose, whatever stands around them. */
const WHO_LIMIT = 120
/** Of 7,770 real papers no abstract is shorter, no title is longer than 175 characters or ends in a full stop. */
const SHORTEST_ABSTRACT = 165
/** Longer is an abstract for sure, and with a full stop at the end much less will do. */
const ABSTRACT_LIMIT = 250
const ABSTRACT_WITH_STOP_LIMIT = 120

/** What a paragraph looks like by itself; where it says `either`, its place decides. */
export function looksLike(paragraph: string): 'title' | 'abstract' | 'either' {
  const stopped = paragraph.endsWith('.')
  if (paragraph.length > ABSTRACT_LIMIT || (stopped && paragraph.length > ABSTRACT_WITH_STOP_LIMIT))
    return 'abstract'
  return paragraph.length >= SHORTEST_ABSTRACT || stopped ? 'either' : 'title'
}

function linesOf(text: string): PageLine[] {
  const lines: PageLine[] = []
  let opens = true
  for (const [index, raw] of text.split(/\r\n|\r|\n/).entries()) {
    const line = raw.trim()
    if (line === '') opens = true
    else if (/[^•\s]/.test(line)) {
      lines.push({ text: line, line: index + 1, opens })
      opens = false
    }
  }
  return lines
}

/** Cuts the text of a page into blocks; white space within a block is collapsed. */
export function blocksOf(text: string): Block[] {
  const lines = linesOf(text.replace(/^\ufeff/, ''))
  const blocks: Block[] = []
  let at = 0

  const startsByline = (): boolean => {
    const [line, next] = [lines[at] as PageLine, lines[at + 1]]
    if (line.text === DOT || isAuthorCount(line.text)) return true
    if (next?.text !== DOT || line.text.length > WHO_LIMIT) return false
    if (!next.opens) return true
    const before = blocks.at(-1)
    return (
      line.opens &&
      before?.kind === 'text' &&
      looksLike(before.text) === 'abstract' &&
      isOrganization(line.text)
    )
  }

  const takeByline = (): BylineBlock => {
    const byline: BylineBlock = { kind: 'byline', line: (lines[at] as PageLine).line }
    if (lines[at]?.text !== DOT) byline.who = lines[at++] as PageLine
    const dotted = lines[at]?.text === DOT
    if (dotted) at++
    const when = lines[at]
    const glued = dotted && when?.opens === false && when.text !== DOT && when.text.length <= WHO_LIMIT
    const follows = when !== undefined && isDate(when.text) && (dotted || !when.opens)
    if (when && (glued || follows)) {
      byline.when = when
      at++
      const count = lines[at]
      if (count && !count.opens && COUNT.test(count.text)) {
        byline.comments = count
        at++
      }
    }
    return byline
  }

  const takeParagraph = (): Block => {
    const first = lines[at] as PageLine
    if (first.opens && UPVOTES.test(first.text)) {
      at++
      return { ...first, kind: 'upvotes' }
    }
    const paragraph = [first]
    for (at++; lines[at]?.opens === false && !startsByline(); at++) paragraph.push(lines[at] as PageLine)
    const text = collapseSpace(paragraph.map(line => line.text).join(' '))
    if (paragraph.length === 1 && isDate(text)) return { ...first, kind: 'day' }
    return {
      line: first.line,
      text,
      kind: paragraph.every(line => isNavigation(line.text)) ? 'navigation' : 'text',
    }
  }

  while (at < lines.length) blocks.push(startsByline() ? takeByline() : takeParagraph())
  return blocks
}
