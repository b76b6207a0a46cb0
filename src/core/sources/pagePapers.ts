import type { Problem } from '../text/problem.ts'
import { looksLike } from './pageBlocks.ts'
import { shownCount } from './pageByline.ts'
import type { Block, BylineBlock, TextBlock } from './pageLine.ts'
import { isAbstract, listOf, withCounts } from './pageList.ts'

/** The blocks of one paper, before its byline is read. */
export interface PaperBlocks {
  title: TextBlock
  abstract?: TextBlock
  byline?: BylineBlock
  /** Absent where the page shows none; 0 where it shows a dash. */
  upvotes?: number
}

/** An orphan is an abstract that no title waits for; `more` is a further paragraph of an abstract. */
type Role = 'title' | 'abstract' | 'more' | 'orphan' | 'neither'

const at = ({ line }: { line: number }): string => `line ${line}`

const quoted = ({ text }: { text: string }): string => `“${text.slice(0, 80)}”`

const LINK = /https?:\/\//i

/**
 * A paragraph that looks like neither title nor abstract is a title where an abstract follows or a vote count stands
 * before it, else the abstract that a title waits for. No title holds a link. Between an abstract and its byline there is nothing but more
 * of the abstract.
 */
function roleOf(
  block: TextBlock,
  next: Block | undefined,
  paper: PaperBlocks | undefined,
  voted: boolean,
): Role {
  if (!/\p{L}/u.test(block.text)) return 'neither'
  const waiting = paper !== undefined && !paper.abstract
  const begun = paper?.abstract !== undefined && !voted
  const looks = looksLike(block.text)
  if (looks === 'abstract') return begun ? 'more' : waiting && !voted ? 'abstract' : 'orphan'
  if (LINK.test(block.text)) return begun ? 'more' : waiting ? 'abstract' : 'neither'
  if (looks === 'title' || voted || isAbstract(next)) return 'title'
  if (waiting) return 'abstract'
  return begun && next?.kind === 'byline' ? 'more' : 'neither'
}

/** Puts the blocks of a page together to papers. Blocks that belong to no paper are reported. */
export function papersOf(blocks: readonly Block[]): { papers: PaperBlocks[]; problems: Problem[] } {
  const papers: PaperBlocks[] = []
  const problems: Problem[] = []
  const lost = (block: { line: number }, message: string) =>
    problems.push({ where: at(block), message, dropped: true })
  const notice = (block: { line: number }, message: string) =>
    problems.push({ where: at(block), message, dropped: false })
  const { list: raw, skipped } = listOf(blocks)
  const list = withCounts(raw)
  /** The paper that a following abstract or byline belongs to; `rejected` keeps their byline from another paper. */
  let open: PaperBlocks | 'rejected' | undefined
  let upvotes: (Block & { kind: 'upvotes' }) | undefined

  const dropUpvotes = (): void => {
    if (upvotes) lost(upvotes, `${quoted(upvotes)} stands before no title`)
    upvotes = undefined
  }

  const takeUpvotes = (paper: PaperBlocks): void => {
    const count = upvotes && shownCount(upvotes)
    if (count !== undefined) paper.upvotes = count
    else if (upvotes) lost(upvotes, `a rounded number of votes: ${quoted(upvotes)}`)
    upvotes = undefined
  }

  const takeText = (block: TextBlock, next: Block | undefined): void => {
    const paper = open === 'rejected' ? undefined : open
    const role = roleOf(block, next, paper, upvotes !== undefined)
    if (role !== 'title') dropUpvotes()
    switch (role) {
      case 'title':
        open = { title: block }
        takeUpvotes(open)
        papers.push(open)
        return
      case 'abstract':
        if (paper) paper.abstract = block
        return
      case 'more':
        if (paper?.abstract)
          paper.abstract = { ...paper.abstract, text: `${paper.abstract.text} ${block.text}` }
        notice(block, `taken for a further paragraph of the abstract above: ${quoted(block)}`)
        return
      case 'orphan':
        open = 'rejected'
        lost(block, 'an abstract without a title')
        return
      case 'neither':
        lost(block, `neither title nor abstract: ${quoted(block)}`)
        return
      default:
        role satisfies never
    }
  }

  list.forEach((block, index) => {
    switch (block.kind) {
      case 'text':
        takeText(block, list[index + 1])
        return
      case 'upvotes':
        dropUpvotes()
        upvotes = block
        return
      case 'byline':
        dropUpvotes()
        if (open === undefined) lost(block, 'a byline that belongs to no paper')
        else if (open !== 'rejected') open.byline = block
        open = undefined
        return
      case 'day':
        lost(block, `a date that belongs to no paper: ${quoted(block)}`)
        return
      case 'navigation':
        return
      default:
        block satisfies never
    }
  })
  dropUpvotes()

  for (const block of skipped) {
    if (block.kind === 'text')
      notice(block, `taken for the page's head or foot and left out: ${quoted(block)}`)
  }
  const isKnown = ({ abstract, byline, upvotes }: PaperBlocks): boolean =>
    abstract !== undefined || byline !== undefined || upvotes !== undefined
  for (const paper of papers) {
    if (!isKnown(paper)) lost(paper.title, `neither abstract nor byline below it: ${quoted(paper.title)}`)
    else if (!paper.abstract) notice(paper.title, 'a title without an abstract')
  }
  return { papers: papers.filter(isKnown), problems }
}
