import { formatDate } from '../text/dates.ts'
import { formatNumber } from '../text/numbers.ts'
import { isolated } from '../text/text.ts'
import type { CorpusPaper } from './manifest.ts'
import { andOthers } from './otherAuthors.ts'

const SHOWN_AUTHORS = 3

/** The authors that a byline names, and how many it leaves out: all of them or at least two. */
export function bylineNames({ authors = [] }: CorpusPaper): { names: readonly string[]; more: number } {
  const more = authors.length - SHOWN_AUTHORS
  return more > 1 ? { names: authors.slice(0, SHOWN_AUTHORS), more } : { names: authors, more: 0 }
}

/** Who wrote a paper, as far as it is known: the first names, else the organisation, else how many they are. */
export function byline(paper: CorpusPaper): string {
  const { organization, authorCount } = paper
  const { names, more } = bylineNames(paper)
  if (names.length > 0)
    return names.map(isolated).join(', ') + (more > 0 ? ` +${more}` : '') + andOthers(paper)
  if (organization) return organization.name
  return authorCount === undefined
    ? 'Authors unknown'
    : authorCount === 1
      ? '1 author'
      : `${authorCount} authors`
}

/** When a paper was published, and how sure that is. */
export function publishedOn(paper: Pick<CorpusPaper, 'publishedAt' | 'publishedYearInferred'>): string {
  if (paper.publishedAt === undefined) return 'Date unknown'
  return formatDate(paper.publishedAt) + (paper.publishedYearInferred ? ' (year inferred)' : '')
}

/** `1 comment`, `2 comments`; nothing where the number is unknown or none. */
export function formatCommentCount(paper: CorpusPaper): string | undefined {
  if (!paper.comments) return undefined
  return paper.comments === 1 ? '1 comment' : `${formatNumber(paper.comments)} comments`
}
