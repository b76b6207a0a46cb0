import * as z from 'zod/mini'
import { publishersDois, withArxivId } from './idClaims.ts'
import { Day, type Paper } from './paper.ts'
import { idKey } from './paperIds.ts'
import { namesOf, shareAuthor } from './sameAuthor.ts'
import { normalizedTitle } from './text.ts'

/** A paper that was taken out of the corpus, with what later records of it are recognised by. */
const RemovedPaper = z.object({
  id: z.string().check(z.minLength(1)),
  aliases: z.array(z.string()),
  title: z.string().check(z.minLength(1)),
  dois: z.array(z.string()),
  authors: z.array(z.string()),
  /** The day on which it was taken out. */
  day: Day,
  reason: z.exactOptional(z.string()),
})
export type RemovedPaper = z.infer<typeof RemovedPaper>

export const RemovedFile = z.object({ version: z.literal(1), removed: z.array(RemovedPaper) })

export const removedPaper = (paper: Paper, day: string, reason?: string): RemovedPaper => ({
  id: paper.id,
  aliases: paper.aliases,
  title: paper.title,
  dois: paper.dois,
  authors: paper.authors ?? [],
  day,
  ...(reason === undefined ? {} : { reason }),
})

export const namesPaper = ({ id, aliases }: Pick<Paper, 'id' | 'aliases'>, wanted: string): boolean =>
  [id, ...aliases].some(name => idKey(name) === idKey(wanted))

/** Whether a record is of a paper with this title that it has no id to be told by. */
function hasTitleOf(record: Paper, removed: RemovedPaper): boolean {
  if (
    ![record.title, ...record.alsoTitled].some(
      title => normalizedTitle(title) === normalizedTitle(removed.title),
    )
  )
    return false
  const [own, theirs] = [namesOf(record.authors ?? []), namesOf(removed.authors)]
  return own.length === 0 || theirs.length === 0 || shareAuthor(own, theirs)
}

/**
 * Says whether a record is of a paper that was taken out: by arXiv id, DOI or another id, and by title where it has no id
 * of its own.
 */
export function removedChecker(
  removed: readonly RemovedPaper[],
): (record: Paper) => RemovedPaper | undefined {
  const byId = new Map(removed.flatMap(paper => [paper.id, ...paper.aliases].map(id => [idKey(id), paper])))
  const byDoi = new Map(removed.flatMap(paper => paper.dois.map(doi => [doi, paper])))
  const byTitle = new Map(removed.map(paper => [normalizedTitle(paper.title), paper]))
  return received => {
    const record = withArxivId(received)
    const { arxivId } = record
    if (arxivId !== undefined) return byId.get(idKey(arxivId))
    const dois = publishersDois(record)
    const found = dois.map(doi => byDoi.get(doi)).find(paper => paper !== undefined)
    if (found || dois.length > 0) return found
    const titled = byTitle.get(normalizedTitle(record.title)) ?? byId.get(idKey(record.id))
    return titled && hasTitleOf(record, titled) ? titled : undefined
  }
}
