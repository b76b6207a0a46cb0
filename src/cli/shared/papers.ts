import { isArxivId } from '#core/papers/arxiv.ts'
import type { Paper } from '#core/papers/paper.ts'
import { paperOf } from '#core/papers/paperOf.ts'
import { isDay } from '#core/text/calendar.ts'
import { collapseSpace } from '#core/text/text.ts'
import type { CollectionDocument } from './collections.ts'

const dayOf = (time: string | undefined): string | undefined => {
  const day = time?.slice(0, 10)
  return day !== undefined && isDay(day) ? day : undefined
}

/** Papers need a title; this one has no word to find. */
const NO_TITLE = '—'

/** A document of a collection as a paper with text and days only. */
export function paperOfDocument({ id, title, abstract, publishedAt, day }: CollectionDocument): Paper {
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

/** The same with all other fields of the collection. */
export function fullPaperOf(document: CollectionDocument): Paper {
  const { authors, upvotes, numComments } = document
  return {
    ...paperOfDocument(document),
    ...(authors?.length ? { authors, authorCount: authors.length } : {}),
    ...(upvotes === undefined ? {} : { upvotes }),
    ...(numComments === undefined ? {} : { comments: numComments }),
  }
}
