import { type Block, looksLike } from './blocks.ts'

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
