import * as z from 'zod/mini'
import { EntryFields } from './entryFields.ts'
import {
  arxivIdAt,
  Count,
  codeUrlsOf,
  DayOfTimestamp,
  Name,
  organizationAt,
  Text,
  textOf,
  urlsOf,
} from './entryValues.ts'
import { parseJson } from './json.ts'
import { recordOf } from './record.ts'
import { type Reading, refused, type SourceContext, type SourceFormat } from './source.ts'

/** Longer lines are not read: no paper has so much to say. */
const MAX_LINE = 1_000_000

/** The first of several names of a field that has a value. */
const firstOf = <T>(read: (path: string[]) => T | undefined, ...names: string[]): T | undefined => {
  for (const name of names) {
    const value = read([name])
    if (value !== undefined) return value
  }
  return undefined
}

function readEntry(entry: unknown, where: string, { name, day }: SourceContext): Reading {
  const fields = new EntryFields(entry, where)
  const title = textOf(fields, ['title'])
  if (title === undefined) {
    return refused(`line left out: title ${fields.leftOut[0]?.why ?? 'missing or empty'}`, where)
  }
  // An id that is none of arXiv's is whoever wrote the file's own.
  const { arxivId } = arxivIdAt(fields, ['id'])
  const abstract = textOf(fields, ['abstract'], ['summary'])
  const { items: authors, count } = fields.takeEach(['authors'], Name)
  const listed = firstOf(path => fields.take(path, DayOfTimestamp), 'day', 'listedOn')
  const upvotes = fields.take(['upvotes'], Count)
  const comments = firstOf(path => fields.take(path, Count), 'numComments', 'comments')
  // Counts are no older than the list they stand in.
  const counted = day ?? listed
  const keywords = ['ai_keywords', 'keywords'].flatMap(field => fields.takeEach([field], Text).items)
  const paper = recordOf(
    { name, format: 'json-lines' },
    {
      title,
      arxivId,
      abstract,
      authors,
      ...(count > authors.length && { authorCount: count }),
      organization: organizationAt(fields, ['organization']),
      publishedAt: fields.take(['publishedAt'], DayOfTimestamp),
      listedOn: listed === undefined ? [] : [listed],
      upvotes,
      upvotesOn: upvotes === undefined ? undefined : counted,
      comments,
      commentsOn: comments === undefined ? undefined : counted,
      codeUrls: codeUrlsOf(fields, ['githubRepo'], abstract),
      projectUrls: urlsOf(fields, ['projectPage']),
      keywords: keywords.filter(keyword => keyword !== ''),
      categories: fields.takeEach(['categories'], Text).items.filter(category => category !== ''),
    },
  )
  return { records: [{ paper, where, enrichesOnly: false }], problems: fields.problems }
}

function readLine(line: string, where: string, context: SourceContext): Reading {
  if (line.length > MAX_LINE) return refused(`line left out: longer than ${MAX_LINE / 1000} kB`, where)
  const parsed = parseJson(line)
  if (!parsed.ok) return refused(`line left out: ${parsed.why}`, where)
  if (!z.safeParse(z.object({}), parsed.value).success) return refused('line left out: not an object', where)
  return readEntry(parsed.value, where, context)
}

/** A format must not be missed for a bad line at the beginning. */
const LINES_LOOKED_AT = 20

/** The title may stand behind an abstract, of whatever length. */
const isPaper = (line: string): boolean =>
  line.startsWith('{') && /"title"\s*:/.test(line) && parseJson(line).ok

/**
 * Papers as JSON Lines, one object a line: `title`, and any of `id`, `abstract`, `authors`, `categories`, `publishedAt`,
 * `day`, `upvotes`, `numComments`, `githubRepo`, `projectPage`, `keywords`, `organization`. That a file was cut at the end
 * of a line cannot be told.
 */
export const jsonLines: SourceFormat = {
  called: 'JSON Lines of papers',

  detect(text) {
    const start = text.slice(0, MAX_LINE).trimStart()
    const lines = start.split('\n', LINES_LOOKED_AT)
    if (isPaper(lines[0] ?? '')) return 0.8
    // Less sure: texts of other kinds may hold such a line too.
    return !start.startsWith('[') && lines.some(isPaper) ? 0.2 : 0
  },

  read(text, context) {
    const reading: Reading = { records: [], problems: [] }
    let number = context.firstLine ?? 1
    // One by one: a file may have millions of lines with nothing in them.
    for (let at = 0; at < text.length; number++) {
      const feed = text.indexOf('\n', at)
      const end = feed === -1 ? text.length : feed
      const line = text.slice(at, end)
      at = end + 1
      if (line.trim() === '') continue
      const { records, problems } = readLine(line.replace(/\r$/, ''), `line ${number}`, context)
      for (const record of records) reading.records.push(record)
      for (const problem of problems) reading.problems.push(problem)
    }
    return reading
  },
}
