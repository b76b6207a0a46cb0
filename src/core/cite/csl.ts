import { arxivUrl } from '../arxiv.ts'
import type { CorpusPaper } from '../manifest.ts'
import { citationKey } from './citationKey.ts'
import { citedText } from './citedText.ts'
import { citedAuthors, citedDay, incompleteness } from './lacks.ts'
import { type CslName, cslName } from './names.ts'

/** A paper as an item of CSL-JSON 1.0.2, which has no type for preprints but `article`. All texts stand on one line. */
export interface CslItem {
  id: string
  type: 'article'
  title: string
  author?: CslName[]
  issued?: { 'date-parts': [[year: number, month: number, day: number]] }
  genre?: 'preprint'
  publisher?: 'arXiv'
  number?: string
  DOI?: string
  URL?: string
  abstract?: string
  /** What the record lacks. */
  note?: string
}

/** What a paper that stands on the arXiv has there: `10.48550/arXiv.` is the arXiv's own prefix, for every paper of it. */
function onArxiv(arxivId: string) {
  return {
    genre: 'preprint',
    publisher: 'arXiv',
    number: `arXiv:${arxivId}`,
    DOI: `10.48550/arXiv.${arxivId}`,
    URL: arxivUrl(arxivId),
  } as const
}

/** What all formats are written from: known facts only, and a note on those that are missing. */
export function cslItem(paper: CorpusPaper): CslItem {
  const { arxivId, abstract } = paper
  const authors = citedAuthors(paper)
  const [year, month, day] = citedDay(paper)?.split('-').map(Number) ?? []
  const note = incompleteness(paper)
  return {
    id: citationKey(paper),
    type: 'article',
    title: citedText(paper.title),
    ...(authors.length > 0 && { author: authors.map(cslName) }),
    ...(year && month && day && { issued: { 'date-parts': [[year, month, day]] } }),
    ...(arxivId !== undefined && onArxiv(arxivId)),
    ...(abstract !== undefined && { abstract: citedText(abstract) }),
    ...(note !== undefined && { note }),
  }
}
