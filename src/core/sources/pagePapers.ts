import { type Block, type BylineBlock, looksLike, type TextBlock } from './blocks.ts'
import { isAbstract, listOf } from './pageList.ts'
import type { Problem } from './source.ts'

/** The blocks of one paper, before its byline is read. */
export interface PaperBlocks {
  title: TextBlock
  abstract?: TextBlock
  byline?: BylineBlock
  /** Absent where the page shows none; 0 where it shows a dash. */
  upvotes?: number
}

/** An orphan is an abstract that no title waits for. */
type Role = 'title' | 'abstract' | 'orphan' | 'neither'

const at = ({ line }: { line: number }): string => `line ${line}`

const quoted = ({ text }: { text: string }): string => `“${text.slice(0, 80)}”`

/**
 * A paragraph that looks like neither title nor abstract is a title where an abstract follows or a vote count stands
 * before it, else the abstract that a title waits for.
 */
function roleOf(block: TextBlock, next: Block | undefined, waiting: boolean, voted: boolean): Role {
  if (!/[\p{L}\p{N}]/u.test(block.text)) return 'neither'
  const looks = looksLike(block.text)
  if (looks === 'abstract') return waiting && !voted ? 'abstract' : 'orphan'
  if (looks === 'title' || voted || isAbstract(next)) return 'title'
  return waiting ? 'abstract' : 'neither'
}

/** Puts the blocks of a page together to papers. What belongs to no paper is reported. */
export function papersOf(blocks: readonly Block[]): { papers: PaperBlocks[]; problems: Problem[] } {
  const papers: PaperBlocks[] = []
  const problems: Problem[] = []
  const lost = (block: { line: number }, why: string) => problems.push({ where: at(block), why, lost: true })
  const { list, skipped } = listOf(blocks)
  /** The paper that a following abstract or byline belongs to; `rejected` keeps their byline from another paper. */
  let open: PaperBlocks | 'rejected' | undefined
  let upvotes: (Block & { kind: 'upvotes' }) | undefined

  const dropUpvotes = (): void => {
    if (upvotes) lost(upvotes, `${quoted(upvotes)} stands before no title`)
    upvotes = undefined
  }

  const takeText = (block: TextBlock, next: Block | undefined): void => {
    const paper = open === 'rejected' ? undefined : open
    const role = roleOf(block, next, paper !== undefined && !paper.abstract, upvotes !== undefined)
    if (role !== 'title') dropUpvotes()
    switch (role) {
      case 'title':
        open = { title: block }
        if (upvotes) open.upvotes = upvotes.text === '-' ? 0 : Number(upvotes.text)
        upvotes = undefined
        papers.push(open)
        return
      case 'abstract':
        if (paper) paper.abstract = block
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
    if (block.kind !== 'text') continue
    const why = `taken for the page's head or foot and left out: ${quoted(block)}`
    problems.push({ where: at(block), why, lost: false })
  }
  for (const { title, abstract } of papers) {
    if (!abstract) problems.push({ where: at(title), why: 'a title without an abstract', lost: false })
  }
  return { papers, problems }
}
