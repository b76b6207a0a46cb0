import * as z from 'zod/mini'
import { arxivIdOf } from '../papers/arxiv.ts'
import { Day, type PaperRecord, WebUrl } from '../papers/paper.ts'
import type { Problem } from '../text/problem.ts'
import { excerpt, receivedText } from '../text/receivedText.ts'
import { codeLinks } from './codeLinks.ts'
import type { EntryFields } from './entryFields.ts'
import { dayOfTimestamp } from './timestamp.ts'

/** Readers of values that entries of several formats have. */

export const ReceivedText = z.pipe(z.string(), z.transform(receivedText))
export const RequiredText = ReceivedText.check(z.minLength(1))
export const Count = z.pipe(
  z.int().check(z.nonnegative()),
  // -0 is 0.
  z.transform(count => count + 0),
)
export const DayOfTimestamp = z.pipe(
  z.pipe(
    z.string(),
    z.transform(text => dayOfTimestamp(text) ?? text),
  ),
  Day,
)
const Organization = z.object({ name: RequiredText, fullname: z.optional(z.nullable(ReceivedText)) })

/** The organisation as the API of the daily papers writes it: `name` is its slug. */
export function organizationAt(fields: EntryFields, path: string[]): PaperRecord['organization'] {
  const found = fields.take(path, Organization)
  return found && { slug: found.name, name: found.fullname || found.name }
}

/** The text of the first of these fields that has one. */
export function firstText(fields: EntryFields, ...paths: string[][]): string | undefined {
  for (const path of paths) {
    const text = fields.take(path, ReceivedText)
    if (text) return text
  }
  return undefined
}

/** Browsers, too, read addresses without the line breaks in them. */
export function urlsOf(fields: EntryFields, path: string[]): string[] {
  const url = fields
    .take(path, z.string())
    ?.replace(/[\t\r\n]\s*/g, '')
    .trim()
  if (!url) return []
  if (WebUrl.safeParse(url).success) return [url]
  fields.leaveOut(path, 'not an http or https address')
  return []
}

/** A paper without an arXiv id is kept: its title names it. */
export function arxivIdAt(fields: EntryFields, path: string[]): { arxivId?: string; notices: Problem[] } {
  const before = fields.leftOut.length
  const text = fields.take(path, z.string())
  const arxivId = text === undefined ? undefined : arxivIdOf(text)
  if (arxivId !== undefined) return { arxivId, notices: [] }
  if (fields.leftOut.length > before) return { notices: [] }
  const message = text === undefined ? 'no id' : `“${excerpt(text)}” is no arXiv id`
  return {
    notices: [{ where: fields.place(path), message: `${message}: known by its title`, dropped: false }],
  }
}

/** Addresses of code: the one that a field names, and those in the abstract. */
export function codeUrlsOf(fields: EntryFields, path: string[], abstract = ''): string[] {
  const own = urlsOf(fields, path).map(url => codeLinks(url)[0] ?? url)
  const known = own.map(url => url.toLowerCase())
  return [...own, ...codeLinks(abstract).filter(url => !known.includes(url.toLowerCase()))]
}
