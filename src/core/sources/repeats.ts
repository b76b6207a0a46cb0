import { publishersDois } from '../papers/doi.ts'
import { better, betterDate } from '../papers/mergePapers.ts'
import type { PaperRecord } from '../papers/paper.ts'
import { type NameParts, namesOf, sameAuthors, shareAuthor } from '../papers/sameAuthor.ts'
import type { Problem } from '../text/problem.ts'
import { normalizedTitle } from '../text/text.ts'
import type { SourceRecord } from './source.ts'

type Compared = 'abstract' | 'authorCount' | 'organization' | 'publishedAt'

/**
 * Facts that may differ between two records of one title in one text, and whether the one left out is a loss: other
 * abstracts and authors may well be another paper's.
 */
const COMPARED: readonly { field: Compared; name: string; dropped: boolean }[] = [
  { field: 'abstract', name: 'abstract', dropped: true },
  { field: 'authorCount', name: 'number of authors', dropped: true },
  { field: 'organization', name: 'organisation', dropped: true },
  { field: 'publishedAt', name: 'date', dropped: false },
]

/** Whether two records of one title stay two papers: see `sameTitle.ts`, which decides it over all of them. */
function areTwo(a: PaperRecord, b: PaperRecord): boolean {
  if (a.arxivId !== undefined && b.arxivId !== undefined) return a.arxivId !== b.arxivId
  const dois = [a, b].map(publishersDois)
  if (dois[0]?.some(doi => dois[1]?.includes(doi))) return false
  const [left, right] = [a, b].map(({ authors = [] }) => namesOf(authors)) as [NameParts[], NameParts[]]
  const differByDoi = dois.every(own => own.length > 0)
  if (left.length === 0 || right.length === 0) return differByDoi
  return differByDoi ? !sameAuthors(left, right) : !shareAuthor(left, right)
}

/** The records of one title so far: the first of them, and for each fact the one whose is kept. */
interface Repeated {
  first: SourceRecord
  kept: Map<Compared, SourceRecord>
}

const differ = (field: Compared, a: PaperRecord, b: PaperRecord): boolean =>
  a[field] !== undefined && b[field] !== undefined && JSON.stringify(a[field]) !== JSON.stringify(b[field])

/** The one of two records whose fact a merge keeps. */
function prevailing(field: Compared, a: SourceRecord, b: SourceRecord): SourceRecord {
  const paper = field === 'publishedAt' ? betterDate(a.paper, b.paper) : better(field, a.paper, b.paper)
  return paper === a.paper ? a : b
}

function repeatOf({ first, kept }: Repeated, record: SourceRecord): Problem {
  const differing = COMPARED.filter(({ field }) =>
    differ(field, (kept.get(field) ?? first).paper, record.paper),
  )
  for (const { field } of COMPARED) {
    kept.set(field, prevailing(field, kept.get(field) ?? first, record))
  }
  const choices = differing.map(({ field, name }) => `the ${name} of ${kept.get(field)?.where}`)
  const choice = choices.length === 0 ? '' : `; kept where they differ: ${choices.join(', ')}`
  return {
    where: record.where,
    message: `the same title as in ${first.where}: both are merged${choice}`,
    dropped: differing.some(({ dropped }) => dropped),
  }
}

/** Reports the titles that a text has more than once: merging makes one paper of them. */
export function repeats(records: readonly SourceRecord[]): Problem[] {
  const byTitle = new Map<string, Repeated>()
  return records.flatMap(record => {
    const key = normalizedTitle(record.paper.title)
    const repeated = byTitle.get(key)
    if (repeated && areTwo(repeated.first.paper, record.paper)) return []
    if (repeated) return repeatOf(repeated, record)
    byTitle.set(key, { first: record, kept: new Map() })
    return []
  })
}
