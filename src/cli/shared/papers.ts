import { isArxivId } from '#core/papers/arxiv.ts'
import type { Paper } from '#core/papers/paper.ts'
import { paperOf } from '#core/papers/paperOf.ts'
import { isDay } from '#core/text/calendar.ts'
import { collapseSpace } from '#core/text/text.ts'
import type { Document } from './collections.ts'

const dayOf = (time: string | undefined): string | undefined => {
  const day = time?.slice(0, 10)
  return day !== undefined && isDay(day) ? day : undefined
}

/** A paper needs a title; this one holds no word that could be found. */
const NO_TITLE = '—'

/** A document of a collection as a paper of ours: text and days. */
export function paperOfDocument({ id, title, abstract, publishedAt, day }: Document): Paper {
  const [published, listed] = [dayOf(publishedAt), dayOf(day)]
  const record = paperOf({
    title: collapseSpace(title) || NO_TITLE,
    alsoTitled: [],
    dois: [],
    authorNames: [],
    ...(abstract === '' ? {} : { abstract }),
    ...(isArxivId(id) ? { arxivId: id } : {}),
    ...(published === undefined ? {} : { publishedAt: published }),
    listedOn: listed === undefined ? [] : [listed],
    paperUrls: [],
    codeUrls: [],
    projectUrls: [],
    keywords: [],
    categories: [],
    sources: [],
  })
  return { ...record, id }
}

/** The same with all else that the collection tells. */
export function fullPaperOf(document: Document): Paper {
  const { authors, upvotes, numComments } = document
  return {
    ...paperOfDocument(document),
    ...(authors?.length ? { authors, authorCount: authors.length } : {}),
    ...(upvotes === undefined ? {} : { upvotes }),
    ...(numComments === undefined ? {} : { comments: numComments }),
  }
}
