import * as z from 'zod/mini'
import { type FORMATS, PaperRecord } from '../paper.ts'

type Facts = { [F in Exclude<keyof PaperRecord, 'sources'>]?: PaperRecord[F] | undefined }

const hasContent = (value: unknown): boolean =>
  value !== undefined && !(Array.isArray(value) && value.length === 0)

/**
 * A record of one paper with the facts one source gave. Absent facts and empty lists are left out of what the source
 * `gave`, and so is a date whose year the reader had to infer: it counts as `publishedYearInferred` only.
 */
export function recordOf(
  { name, format }: { name: string; format: (typeof FORMATS)[number] },
  facts: Facts & { title: string },
): PaperRecord {
  const given = Object.entries(facts).filter(([, value]) => hasContent(value))
  const gave = given
    .map(([field]) => field)
    .filter(field => field !== 'commentsOn' && field !== 'upvotesOn')
    .filter(field => field !== 'publishedAt' || !facts.publishedYearInferred)
  return z.parse(PaperRecord, {
    alsoTitled: [],
    listedOn: [],
    codeUrls: [],
    projectUrls: [],
    keywords: [],
    categories: [],
    ...Object.fromEntries(given),
    sources: [{ name, format, gave: gave.sort() }],
  })
}
