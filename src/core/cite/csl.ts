import { arxivUrl } from '../papers/arxiv.ts'
import { doiUrl, publishersDois } from '../papers/doi.ts'
import type { CorpusPaper } from '../papers/manifest.ts'
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
  /** As precise as the date that is known. */
  issued?: { 'date-parts': [[year: number, month?: number, day?: number]] }
  genre?: 'preprint'
  publisher?: 'arXiv'
  number?: string
  DOI?: string
  URL?: string
  abstract?: string
  /** Sentence about missing facts. */
  note?: string
}

/** Fields of a paper on the arXiv: `10.48550/arXiv.` is the arXiv's own prefix, for all of its papers. */
function onArxiv(arxivId: string) {
  return {
    genre: 'preprint',
    publisher: 'arXiv',
    number: `arXiv:${arxivId}`,
    DOI: `10.48550/arXiv.${arxivId}`,
    URL: arxivUrl(arxivId),
  } as const
}

function issuedOn(date: string | undefined): CslItem['issued'] {
  const [year, ...rest] = date?.split('-').map(Number) ?? []
  return year === undefined ? undefined : { 'date-parts': [[year, ...rest] as [number, number?, number?]] }
}

/** Where a paper can be found that the arXiv does not have. */
const elsewhere = (dois: readonly string[], pages: readonly string[]) => {
  const url = dois[0] === undefined ? pages[0] : doiUrl(dois[0])
  return { ...(url !== undefined && { URL: url }) }
}

/**
 * The item from which all formats are written: known facts only, and a note on missing ones. The DOI is that of the
 * published version, if known.
 */
export function cslItem(paper: CorpusPaper): CslItem {
  const { arxivId, abstract, authorNames, dois = [], paperUrls = [] } = paper
  const authors = citedAuthors(paper)
  const note = incompleteness(paper)
  const issued = issuedOn(citedDay(paper))
  const DOI = publishersDois(paper)[0] ?? dois[0]
  return {
    id: citationKey(paper),
    type: 'article',
    title: citedText(paper.title),
    ...(authors.length > 0 && { author: authors.map(author => cslName(author, authorNames)) }),
    ...(issued !== undefined && { issued }),
    ...(arxivId === undefined ? elsewhere(dois, paperUrls) : onArxiv(arxivId)),
    ...(DOI !== undefined && { DOI }),
    ...(abstract !== undefined && { abstract: citedText(abstract) }),
    ...(note !== undefined && { note }),
  }
}
