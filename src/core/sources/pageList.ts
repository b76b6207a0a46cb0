import { looksLike } from './pageBlocks.ts'
import type { Block } from './pageLine.ts'

export const isAbstract = (block: Block | undefined): boolean =>
  block?.kind === 'text' && looksLike(block.text) === 'abstract'

const isNavigation = (block: Block): boolean => block.kind === 'navigation' || block.kind === 'day'

/**
 * The blocks of the list itself. Whatever stands before the last line of navigation above the first abstract or
 * byline is the page's head, whatever stands behind the first one after the last is its foot.
 */
export function listOf(blocks: readonly Block[]): { list: readonly Block[]; skipped: readonly Block[] } {
  const isSure = (block: Block): boolean => block.kind === 'byline' || isAbstract(block)
  const first = blocks.findIndex(isSure)
  if (first === -1) return { list: [], skipped: blocks }
  const start = blocks.slice(0, first).findLastIndex(isNavigation) + 1
  const last = blocks.findLastIndex(isSure)
  const footAt = blocks.findIndex((block, index) => index > last && isNavigation(block))
  const end = footAt === -1 ? blocks.length : footAt
  return { list: blocks.slice(start, end), skipped: [...blocks.slice(0, start), ...blocks.slice(end)] }
}

/**
 * Whether a page shows votes: then it does so before every title, a dash where there are none. Numbers that stand
 * between some bylines and the next title only are comments.
 */
function showsVotes(list: readonly Block[]): boolean {
  const first = list.findIndex(block => block.kind === 'byline' || isAbstract(block))
  if (list.some((block, index) => block.kind === 'upvotes' && (index < first || !/\d/.test(block.text))))
    return true
  const counted = list.flatMap((block, index) =>
    block.kind === 'byline' ? [list[index + 1]?.kind === 'upvotes'] : [],
  )
  return counted.slice(0, -1).every(Boolean) && counted.at(-1) === false
}

/**
 * Gives each number between a byline and the next title its meaning, for which the whole page must be seen: with a
 * blank line before it or without, it is comments of the one or votes for the other.
 */
export function withCounts(list: readonly Block[]): Block[] {
  const votes = showsVotes(list)
  const result: Block[] = []
  list.forEach((block, index) => {
    const next = list[index + 1]
    const previous = result.at(-1)
    if (votes && block.kind === 'byline' && block.comments && next?.kind === 'text') {
      const { comments, ...byline } = block
      result.push(byline, { ...comments, kind: 'upvotes' })
    } else if (
      !votes &&
      block.kind === 'upvotes' &&
      previous?.kind === 'byline' &&
      previous.when &&
      !previous.comments &&
      next?.kind !== 'upvotes'
    ) {
      result[result.length - 1] = { ...previous, comments: block }
    } else {
      result.push(block)
    }
  })
  return result
}
