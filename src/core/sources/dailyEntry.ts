import * as z from 'zod/mini'
import type { PaperRecord } from '../papers/paper.ts'
import { EntryFields } from './entryFields.ts'
import {
  arxivIdAt,
  Count,
  codeUrlsOf,
  DayOfTimestamp,
  firstText,
  organizationAt,
  ReceivedText,
  RequiredText,
  urlsOf,
} from './entryValues.ts'
import { recordOf } from './record.ts'
import { rejected, type SourceReading } from './source.ts'

/** Facts about an entry from outside it. */
export interface DayContext {
  /** The file's name. */
  name: string
  /** The day the list is of. */
  listed: string | undefined
  /** The day the counts are of. */
  captured: string | undefined
  /** The entry's place in the list, from 1. */
  position: number
}

const Author = z.object({ name: RequiredText, hidden: z.optional(z.nullable(z.boolean())) })
/** Names that the site shows, and how many authors there are where that is more. */
function authorsOf(fields: EntryFields): Pick<PaperRecord, 'authors' | 'authorCount'> {
  const { items, count } = fields.takeEach(['paper', 'authors'], Author)
  const authors = items.filter(({ hidden }) => !hidden).map(({ name }) => name)
  return count > authors.length ? { authors, authorCount: count } : { authors }
}

function organizationOf(fields: EntryFields): PaperRecord['organization'] {
  return organizationAt(fields, ['organization']) ?? organizationAt(fields, ['paper', 'organization'])
}

const leftOut = (fields: EntryFields, path: string[]): SourceReading =>
  rejected(`entry left out: ${fields.leftOut[0]?.message ?? 'missing or empty'}`, fields.place(path))

/** Reads one entry of a day's list, an object. Fields that are not used, and those not known, are passed over. */
export function readDailyEntry(entry: unknown, where: string, context: DayContext): SourceReading {
  const fields = new EntryFields(entry, where)
  if (!fields.take(['paper'], z.object({}))) return leftOut(fields, ['paper'])
  const title = firstText(fields, ['paper', 'title'], ['title'])
  if (title === undefined) return leftOut(fields, ['paper', 'title'])
  const { arxivId, notices } = arxivIdAt(fields, ['paper', 'id'])
  const abstract = firstText(fields, ['paper', 'summary'], ['summary'])
  const listed = fields.take(['paper', 'submittedOnDailyAt'], DayOfTimestamp) ?? context.listed
  const upvotes = fields.take(['paper', 'upvotes'], Count)
  const comments = fields.take(['numComments'], Count)
  const stars = fields.take(['paper', 'githubStars'], Count)
  const paper = recordOf(
    { name: context.name, format: 'daily-papers' },
    {
      title,
      arxivId,
      abstract,
      ...authorsOf(fields),
      organization: organizationOf(fields),
      publishedAt: fields.take(['paper', 'publishedAt'], DayOfTimestamp),
      summary: firstText(fields, ['paper', 'ai_summary']),
      listedOn: listed === undefined ? [] : [listed],
      ...(listed !== undefined &&
        listed === (context.listed ?? listed) && { positions: { [listed]: context.position } }),
      upvotes,
      upvotesOn: upvotes === undefined ? undefined : context.captured,
      comments,
      commentsOn: comments === undefined ? undefined : context.captured,
      stars,
      starsOn: stars === undefined ? undefined : context.captured,
      thumbnailUrl: urlsOf(fields, ['thumbnail'])[0] ?? urlsOf(fields, ['paper', 'thumbnail'])[0],
      codeUrls: codeUrlsOf(fields, ['paper', 'githubRepo'], abstract),
      projectUrls: urlsOf(fields, ['paper', 'projectPage']),
      keywords: fields
        .takeEach(['paper', 'ai_keywords'], ReceivedText)
        .items.filter(keyword => keyword !== ''),
    },
  )
  return { records: [{ paper, where, enrichesOnly: false }], problems: [...notices, ...fields.problems] }
}
