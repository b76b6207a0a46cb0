import { collapseSpace } from '../text/text.ts'
import { isAuthorCount, isDate, isOrganization } from './pageByline.ts'
import { type Block, type BylineBlock, DOT, type Line } from './pageLine.ts'
import { isNavigation } from './pageNavigation.ts'

/** A line that is not blank. `opens` is true where a blank line, or nothing, stands before it. */
interface PageLine extends Line {
  opens: boolean
}

/** The dot as other programs write it, with what stands before and behind it on its line. */
const DOTTED = /^([^·‧∙⋅・]*)[·‧∙⋅・]([^·‧∙⋅・]*)$/
/** Signs of no width, which copying leaves behind. */
const INVISIBLE = /[\u200b\u200e\u200f\u2060\ufeff]/g
/** A number, a rounded number, or a dash for none. */
const UPVOTES = /^(?:\d{1,7}|\d{1,3}(?:,\d{3})+|\d{1,4}(?:\.\d)?k|[-–—])$/
const COUNT = /^\d{1,6}$/
/** Longer lines are prose, whatever stands around them. */
const WHO_LIMIT = 120
/** Of 7,770 real papers no abstract is shorter, no title is longer than 175 characters or ends in a full stop. */
const SHORTEST_ABSTRACT = 165
/** Longer is an abstract for sure, and with a full stop at the end much less will do. */
const ABSTRACT_LIMIT = 250
const ABSTRACT_WITH_STOP_LIMIT = 120

/** The role that a paragraph by itself looks like; where it says `either`, its place decides. */
export function looksLike(paragraph: string): 'title' | 'abstract' | 'either' {
  const stopped = paragraph.endsWith('.')
  if (paragraph.length > ABSTRACT_LIMIT || (stopped && paragraph.length > ABSTRACT_WITH_STOP_LIMIT))
    return 'abstract'
  return paragraph.length >= SHORTEST_ABSTRACT || stopped ? 'either' : 'title'
}

/** A byline that stands on one line, or part of one, as the page has it: who, the dot and when on a line each. */
function cutAtDot(line: string): string[] {
  if (line.length > WHO_LIMIT) return [line]
  const [, who, when] = DOTTED.exec(line)?.map(part => part.trim()) ?? []
  if (who === undefined || when === undefined || (when !== '' && !isDate(when))) return [line]
  return [who, DOT, when].filter(part => part !== '')
}

function linesOf(raw: readonly Line[]): PageLine[] {
  const lines: PageLine[] = []
  let opens = true
  for (const { text, line } of raw) {
    const collapsed = collapseSpace(text.replace(INVISIBLE, ''))
    if (collapsed === '') opens = true
    else if (/[^•\s]/.test(collapsed)) {
      for (const part of cutAtDot(collapsed)) {
        lines.push({ text: part, line, opens })
        opens = false
      }
    }
  }
  return lines
}

/** Whether there is a byline among lines: no other text has such. */
export function hasByline(raw: readonly Line[]): boolean {
  const lines = linesOf(raw)
  return lines.some(
    (line, index) => isAuthorCount(line.text) || (line.text === DOT && isDate(lines[index + 1]?.text ?? '')),
  )
}

/** Cuts the lines of a page into blocks; white space within a block is collapsed. */
export function blocksOf(raw: readonly Line[]): Block[] {
  const lines = linesOf(raw)
  const { blocks, glued } = cut(lines, false)
  return glued ? cut(lines, true).blocks : blocks
}

/**
 * Some copies have no blank line between a title and its abstract. Where nothing but a title can stand, a short line
 * with a long one right below it shows that: the page is `glued`. Only then two such lines are title and abstract
 * anywhere, within what would else be one paragraph too.
 */
function cut(lines: readonly PageLine[], known: boolean): { blocks: Block[]; glued: boolean } {
  const blocks: Block[] = []
  let at = 0
  let glued = known

  const startsGlued = (): boolean => {
    const [line, next] = [lines[at] as PageLine, lines[at + 1]]
    return next?.opens === false && looksLike(line.text) === 'title' && looksLike(next.text) === 'abstract'
  }

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
    const titleAlone = startsGlued() && (known || blocks.at(-1)?.kind !== 'text')
    glued ||= titleAlone
    at++
    if (UPVOTES.test(first.text)) return { ...first, kind: 'upvotes' }
    if (titleAlone) return { ...first, kind: 'text' }
    const follows = (): PageLine | undefined => (lines[at]?.opens === false ? lines[at] : undefined)
    if (isDate(first.text)) {
      if (COUNT.test(follows()?.text ?? '')) at++
      return { ...first, kind: 'day' }
    }
    const paragraph = [first]
    const navigation = isNavigation(first.text)
    for (let line = follows(); line && !startsByline(); line = follows()) {
      if ((navigation && !isNavigation(line.text)) || (known && startsGlued())) break
      paragraph.push(line)
      at++
    }
    const text = collapseSpace(paragraph.map(line => line.text).join(' '))
    return { line: first.line, text, kind: navigation ? 'navigation' : 'text' }
  }

  while (at < lines.length) blocks.push(startsByline() ? takeByline() : takeParagraph())
  return { blocks, glued }
}
