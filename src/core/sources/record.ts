import * as z from 'zod/mini'
import { dateFact } from '../papers/mergePapers.ts'
import { type FORMATS, PaperRecord } from '../papers/paper.ts'
import { hasTex } from '../tex/hasTex.ts'

type Facts = { [F in Exclude<keyof PaperRecord, 'sources'>]?: PaperRecord[F] | undefined }

const hasContent = (value: unknown): boolean =>
  value !== undefined && !(Array.isArray(value) && value.length === 0)

/** Facts about other facts: the day of a count, the end of a list. */
const ON_FACTS: readonly string[] = ['commentsOn', 'upvotesOn', 'starsOn', 'authorsEndInOthers']

/**
 * A record of one paper with the facts one source gave. Absent facts and empty lists are left out of what the source
 * `gave`. A publication date counts as the fact that `dateFact` names. A title with TeX is kept as `titleTex` too.
 */
export function recordOf(
  { name, format }: { name: string; format: (typeof FORMATS)[number] },
  facts: Facts & { title: string },
): PaperRecord {
  const all = { ...(hasTex(facts.title) && { titleTex: facts.title }), ...facts }
  if (!all.authors?.length) delete all.authorsEndInOthers
  const given = Object.entries(all).filter(([, value]) => hasContent(value))
  const gave = new Set(
    given
      .map(([field]) => field)
      .filter(field => !ON_FACTS.includes(field))
      .map(field => (field === 'publishedAt' ? dateFact(all as PaperRecord) : field)),
  )
  return z.parse(PaperRecord, {
    alsoTitled: [],
    dois: [],
    authorNames: [],
    listedOn: [],
    paperUrls: [],
    codeUrls: [],
    projectUrls: [],
    keywords: [],
    categories: [],
    ...Object.fromEntries(given),
    sources: [{ name, format, gave: [...gave].sort() }],
  })
}
