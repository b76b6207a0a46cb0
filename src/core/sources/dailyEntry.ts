import * as z from 'zod/mini'
import { arxivIdOf } from '../arxiv.ts'
import { Day, type PaperRecord, WebUrl } from '../paper.ts'
import { codeLinks } from './codeLinks.ts'
import { EntryFields } from './entryFields.ts'
import { excerpt, receivedText } from './receivedText.ts'
import { recordOf } from './record.ts'
import { type Problem, type Reading, refused } from './source.ts'
import { dayOf } from './timestamp.ts'

/** What one entry cannot know of itself. */
export interface DayContext {
  /** The file's name. */
  name: string
  /** The day the list is of. */
  listed: string | undefined
  /** The day the counts are of. */
  captured: string | undefined
}

const Text = z.pipe(z.string(), z.transform(receivedText))
const Name = Text.check(z.minLength(1))
const Count = z.pipe(
  z.int().check(z.nonnegative()),
  // -0 is 0.
  z.transform(count => count + 0),
)
const DayOfTimestamp = z.pipe(
  z.pipe(
    z.string(),
    z.transform(text => dayOf(text) ?? text),
  ),
  Day,
)
const Author = z.object({ name: Name, hidden: z.optional(z.nullable(z.boolean())) })
const Organization = z.object({ name: Name, fullname: z.optional(z.nullable(Text)) })

/** The text of the first of these fields that has one. */
function textOf(fields: EntryFields, ...paths: string[][]): string | undefined {
  for (const path of paths) {
    const text = fields.take(path, Text)
    if (text) return text
  }
  return undefined
}

/** Browsers, too, read addresses without the line breaks in them. */
function urlsOf(fields: EntryFields, path: string[]): string[] {
  const url = fields
    .take(path, z.string())
    ?.replace(/[\t\r\n]\s*/g, '')
    .trim()
  if (!url) return []
  if (WebUrl.safeParse(url).success) return [url]
  fields.leaveOut(path, 'not an http or https address')
  return []
}

/** Names that the site shows, and how many authors there are where that is more. */
function authorsOf(fields: EntryFields): Pick<PaperRecord, 'authors' | 'authorCount'> {
  const { items, count } = fields.takeEach(['paper', 'authors'], Author)
  const authors = items.filter(({ hidden }) => !hidden).map(({ name }) => name)
  return count > authors.length ? { authors, authorCount: count } : { authors }
}

function organizationOf(fields: EntryFields): PaperRecord['organization'] {
  const found =
    fields.take(['organization'], Organization) ?? fields.take(['paper', 'organization'], Organization)
  return found && { slug: found.name, name: found.fullname || found.name }
}

/** A paper without an arXiv id is kept: its title names it. */
function arxivIdOfEntry(fields: EntryFields): { arxivId?: string; notices: Problem[] } {
  const path = ['paper', 'id']
  const before = fields.leftOut.length
  const text = fields.take(path, z.string())
  const arxivId = text === undefined ? undefined : arxivIdOf(text)
  if (arxivId !== undefined) return { arxivId, notices: [] }
  if (fields.leftOut.length > before) return { notices: [] }
  const why = text === undefined ? 'no id' : `“${excerpt(text)}” is no arXiv id`
  return { notices: [{ where: fields.place(path), why: `${why}: known by its title`, lost: false }] }
}

function codeUrlsOf(fields: EntryFields, abstract = ''): string[] {
  const own = urlsOf(fields, ['paper', 'githubRepo']).map(url => codeLinks(url)[0] ?? url)
  const known = own.map(url => url.toLowerCase())
  return [...own, ...codeLinks(abstract).filter(url => !known.includes(url.toLowerCase()))]
}

const leftOut = (fields: EntryFields, path: string[]): Reading =>
  refused(`entry left out: ${fields.leftOut[0]?.why ?? 'missing or empty'}`, fields.place(path))

/** Reads one entry of a day's list, an object. Fields that are not used, and those not known, are passed over. */
export function readDailyEntry(entry: unknown, where: string, context: DayContext): Reading {
  const fields = new EntryFields(entry, where)
  if (!fields.take(['paper'], z.object({}))) return leftOut(fields, ['paper'])
  const title = textOf(fields, ['paper', 'title'], ['title'])
  if (title === undefined) return leftOut(fields, ['paper', 'title'])
  const { arxivId, notices } = arxivIdOfEntry(fields)
  const abstract = textOf(fields, ['paper', 'summary'], ['summary'])
  const listed = fields.take(['paper', 'submittedOnDailyAt'], DayOfTimestamp) ?? context.listed
  const upvotes = fields.take(['paper', 'upvotes'], Count)
  const comments = fields.take(['numComments'], Count)
  const paper = recordOf(
    { name: context.name, format: 'daily-papers' },
    {
      title,
      arxivId,
      abstract,
      ...authorsOf(fields),
      organization: organizationOf(fields),
      publishedAt: fields.take(['paper', 'publishedAt'], DayOfTimestamp),
      listedOn: listed === undefined ? [] : [listed],
      upvotes,
      upvotesOn: upvotes === undefined ? undefined : context.captured,
      comments,
      commentsOn: comments === undefined ? undefined : context.captured,
      codeUrls: codeUrlsOf(fields, abstract),
      projectUrls: urlsOf(fields, ['paper', 'projectPage']),
      keywords: fields.takeEach(['paper', 'ai_keywords'], Text).items.filter(keyword => keyword !== ''),
    },
  )
  return { records: [{ paper, where, enrichesOnly: false }], problems: [...notices, ...fields.problems] }
}
