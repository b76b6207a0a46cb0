import * as z from 'zod/mini'
import { normalizedTitle } from '../text/text.ts'
import { isArxivId } from './arxiv.ts'
import { addTo } from './disjointSets.ts'
import { publishersDois } from './doi.ts'
import { isPlainlyOther, titleKeys, withArxivId } from './idClaims.ts'
import { Day, type Paper } from './paper.ts'
import { idKey } from './paperIds.ts'
import { namesOf, shareAuthor } from './sameAuthor.ts'

/** A paper that was taken out of the corpus, with what later records of it are recognised by. */
const RemovedPaper = z.object({
  id: z.string().check(z.minLength(1)),
  aliases: z.array(z.string()),
  title: z.string().check(z.minLength(1)),
  alsoTitled: z.exactOptional(z.array(z.string())),
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
  ...(paper.alsoTitled.length === 0 ? {} : { alsoTitled: paper.alsoTitled }),
  dois: paper.dois,
  authors: paper.authors ?? [],
  day,
  ...(reason === undefined ? {} : { reason }),
})

export const namesPaper = ({ id, aliases }: Pick<Paper, 'id' | 'aliases'>, wanted: string): boolean =>
  [id, ...aliases].some(name => idKey(name) === idKey(wanted))

/** Keys of all ids that removed papers had: no other paper gets one of them. */
export const removedIds = (removed: readonly RemovedPaper[]): Set<string> =>
  new Set(removed.flatMap(({ id, aliases }) => [id, ...aliases]).map(idKey))

/** Whether a record with the title of a removed paper is that paper. Where it has ids, an author must say so as well. */
function isSamePaper(record: Paper, removed: RemovedPaper): boolean {
  const dois = publishersDois(record)
  const removedDois = publishersDois(removed)
  if (record.arxivId !== undefined && hasArxivId(removed)) return false
  if (dois.length > 0 && removedDois.length > 0) return false
  const [own, theirs] = [namesOf(record.authors ?? []), namesOf(removed.authors)]
  if (own.length === 0 || theirs.length === 0) return record.arxivId === undefined && dois.length === 0
  return shareAuthor(own, theirs)
}

const hasArxivId = ({ id, aliases }: RemovedPaper): boolean => [id, ...aliases].some(isArxivId)

/**
 * Says whether a record is of a removed paper: by arXiv id, by DOI, and by title where neither contradicts, because sources
 * may know ids that the removed paper did not have.
 */
export function removedChecker(
  removed: readonly RemovedPaper[],
): (record: Paper) => RemovedPaper | undefined {
  if (removed.length === 0) return () => undefined
  const byId = new Map(removed.flatMap(paper => [paper.id, ...paper.aliases].map(id => [idKey(id), paper])))
  const byDoi = new Map(removed.flatMap(paper => paper.dois.map(doi => [doi, paper])))
  const byTitle = new Map<string, RemovedPaper[]>()
  for (const paper of removed) {
    for (const title of [paper.title, ...(paper.alsoTitled ?? [])])
      addTo(byTitle, normalizedTitle(title), paper)
  }
  return received => {
    const record = withArxivId(received)
    const { arxivId } = record
    const claimed = arxivId === undefined ? undefined : byId.get(idKey(arxivId))
    const withId = claimed && !isPlainlyOther(record, claimed) ? claimed : undefined
    const withDoi = publishersDois(record)
      .map(doi => byDoi.get(doi))
      .find(paper => paper && !(arxivId !== undefined && hasArxivId(paper)))
    const titled = titleKeys(record).flatMap(title => byTitle.get(title) ?? [])
    return withId ?? withDoi ?? titled.find(paper => isSamePaper(record, paper))
  }
}

/**
 * Says whether a paper of the corpus is a removed one. Its title says so only where it has no arXiv id or DOI, or one of
 * the removed paper's: another paper that was in the corpus beside the removed one stays.
 */
export function corpusChecker(removed: readonly RemovedPaper[]): (paper: Paper) => boolean {
  const isRemoved = removedChecker(removed)
  return paper => {
    const found = isRemoved(paper)
    if (found === undefined) return false
    const { arxivId } = withArxivId(paper)
    const dois = publishersDois(paper)
    if (arxivId === undefined && dois.length === 0) return true
    const hasItsId = arxivId !== undefined && namesPaper(found, arxivId)
    return hasItsId || dois.some(doi => found.dois.includes(doi))
  }
}
