import * as z from 'zod/mini'
import { ARXIV_ID } from './arxiv.ts'
import { WEB_ADDRESS } from './safeUrl.ts'
import { slug } from './text.ts'

/** A calendar day, `yyyy-mm-dd`, without a time zone. */
export const Day = z.iso.date()

/**
 * What kind of text a record was read from. A later entry knows better: where two records of one paper disagree
 * on a fact that has one value (title, abstract, publication date, author names), the higher rank wins. BibTeX comes
 * first: files that people keep have titles without their capitals and lists of authors cut short.
 */
export const FORMATS = ['bibtex', 'page-text', 'json-lines', 'facts', 'daily-papers', 'arxiv'] as const

/** Where a record came from, and which facts it gave: so that every value of a merged paper can be traced. */
const Source = z.object({
  name: z.string(),
  format: z.enum(FORMATS),
  gave: z.array(z.string()),
})

export const ArxivId = z.string().check(z.regex(ARXIV_ID))

/** An address a page may link to. */
export const WebUrl = z.string().check(z.regex(WEB_ADDRESS))

const Organization = z.object({ slug: z.exactOptional(z.string()), name: z.string() })

const paperShape = {
  title: z.string().check(z.minLength(1)),
  /** Other titles that records of this paper carried: by these, too, a later record is recognised. */
  alsoTitled: z.array(z.string()),
  /** As received: TeX remains are kept here, `displayText` derives what is shown. */
  abstract: z.exactOptional(z.string()),
  arxivId: z.exactOptional(ArxivId),
  authors: z.exactOptional(z.array(z.string())),
  /** How many authors a page counted. Where names are known too, the two can differ: both are kept. */
  authorCount: z.exactOptional(z.int().check(z.positive())),
  organization: z.exactOptional(Organization),
  /** Publication (arXiv), not the day a digest listed it. Absent means unknown. */
  publishedAt: z.exactOptional(Day),
  /** True where the source left the year to be worked out and nothing said which year it was read in. */
  publishedYearInferred: z.exactOptional(z.literal(true)),
  /** Days of the digests that listed the paper, ascending. */
  listedOn: z.array(Day),
  /** Comments on the paper's page on the day `commentsOn`. Absent means unknown, 0 means none. */
  comments: z.exactOptional(z.int().check(z.nonnegative())),
  commentsOn: z.exactOptional(Day),
  upvotes: z.exactOptional(z.int().check(z.nonnegative())),
  upvotesOn: z.exactOptional(Day),
  codeUrls: z.array(WebUrl),
  projectUrls: z.array(WebUrl),
  keywords: z.array(z.string()),
  categories: z.array(z.string()),
  sources: z.array(Source),
}

/** One record of one paper as a source gave it. */
export const PaperRecord = z.object(paperShape)
export type PaperRecord = z.infer<typeof PaperRecord>

/** A paper of the corpus: what all its records together say. */
export const Paper = z.object({
  /** The arXiv id where known, else a slug of the title. Names the paper in URLs. */
  id: z.string().check(z.minLength(1)),
  /** Ids the paper had before, or would have had: they keep working as links. */
  aliases: z.array(z.string()),
  ...paperShape,
})
export type Paper = z.infer<typeof Paper>

/**
 * The paper that one record makes: its id is the arXiv id, else the slug of its title.
 *
 * @param known ids it has elsewhere: they go on leading to it
 */
export function paperOf(record: PaperRecord, known: readonly string[] = []): Paper {
  const id = record.arxivId ?? slug(record.title)
  return { id, aliases: known.filter(other => other !== id), ...record }
}

type Field = keyof PaperRecord

/** The rank of whoever gave this field: the later in `FORMATS`, the better; -1 where nobody did. */
const rankOf = (paper: PaperRecord, field: Field): number =>
  paper.sources.reduce(
    (best, { format, gave }) => (gave.includes(field) ? Math.max(best, FORMATS.indexOf(format)) : best),
    -1,
  )

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** A total order on field values: longer text or list first counts as more, then by content. */
function compareValues(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  const left = JSON.stringify(a)
  const right = JSON.stringify(b)
  return left.length - right.length || compareText(left, right)
}

/** The fact of the better source; between equal sources, the greater value: so the order of merging is all one. */
export function better<P extends PaperRecord>(field: Field, a: P, b: P): P {
  if (a[field] === undefined) return b
  if (b[field] === undefined) return a
  return (rankOf(a, field) - rankOf(b, field) || compareValues(a[field], b[field])) >= 0 ? a : b
}

/**
 * Publication dates: a known year beats an inferred one, then as for any fact. A source that had to infer the year
 * lists `publishedYearInferred` in `gave` instead of `publishedAt`, so its rank counts only among inferred dates.
 */
export function betterDate<P extends PaperRecord>(a: P, b: P): P {
  if (a.publishedAt === undefined) return b
  if (b.publishedAt === undefined) return a
  if (a.publishedYearInferred !== b.publishedYearInferred) return a.publishedYearInferred ? b : a
  const field = a.publishedYearInferred ? 'publishedYearInferred' : 'publishedAt'
  const order = rankOf(a, field) - rankOf(b, field) || compareText(a.publishedAt, b.publishedAt)
  return order >= 0 ? a : b
}

/** Counts grow old: the newest capture wins, the greater count between captures of one day. */
function newerCount(field: 'comments' | 'upvotes', a: Paper, b: Paper): Paper {
  if (a[field] === undefined) return b
  if (b[field] === undefined) return a
  const day = `${field}On` as const
  return (compareText(a[day] ?? '', b[day] ?? '') || a[field] - b[field]) >= 0 ? a : b
}

const pick = <F extends keyof Paper>(paper: Paper, ...fields: F[]): Pick<Paper, F> =>
  Object.fromEntries(fields.filter(f => paper[f] !== undefined).map(f => [f, paper[f]])) as Pick<Paper, F>

const union = (a: readonly string[], b: readonly string[]): string[] =>
  [...new Set([...a, ...b])].sort(compareText)

/** Code hosts do not tell upper from lower case: of two spellings of one address the first by code unit stays. */
function unionOfCodeUrls(a: readonly string[], b: readonly string[]): string[] {
  const bySpelling = union(a, b)
  const spellings = new Map(bySpelling.toReversed().map(url => [url.toLowerCase(), url]))
  return bySpelling.filter(url => spellings.get(url.toLowerCase()) === url)
}

function unionOfSources(a: Paper, b: Paper): Paper['sources'] {
  const byKey = new Map<string, Paper['sources'][number]>()
  for (const source of [...a.sources, ...b.sources]) {
    const key = `${source.name}\n${source.format}`
    const known = byKey.get(key)
    byKey.set(key, { ...source, gave: union(known?.gave ?? [], source.gave) })
  }
  return [...byKey].sort(([left], [right]) => compareText(left, right)).map(([, source]) => source)
}

/**
 * Merges two records of one paper, field by field. Commutative and associative; nothing is lost that can be kept
 * (lists are united, former ids become aliases) and nothing is invented. A merged paper is in canonical form: keys
 * in schema order, lists sorted and without doubles. Merging such a paper with itself changes nothing.
 *
 * Relies on `sources[].gave` naming only facts the record holds: the rank of a fact is read from there.
 *
 * Callers decide that two papers are one, see `mergeInto` in `corpus.ts`.
 */
export function mergePapers(a: Paper, b: Paper): Paper {
  const ids = union([a.id, ...a.aliases], [b.id, ...b.aliases])
  const arxivId = better('arxivId', a, b).arxivId
  const id = arxivId ?? (ids[0] as string)
  const { title } = better('title', a, b)
  return {
    id,
    aliases: ids.filter(other => other !== id),
    title,
    alsoTitled: union([a.title, ...a.alsoTitled], [b.title, ...b.alsoTitled]).filter(
      other => other !== title,
    ),
    ...pick(better('abstract', a, b), 'abstract'),
    ...(arxivId === undefined ? {} : { arxivId }),
    ...pick(better('authors', a, b), 'authors'),
    ...pick(better('authorCount', a, b), 'authorCount'),
    ...pick(better('organization', a, b), 'organization'),
    ...pick(betterDate(a, b), 'publishedAt', 'publishedYearInferred'),
    listedOn: union(a.listedOn, b.listedOn),
    ...pick(newerCount('comments', a, b), 'comments', 'commentsOn'),
    ...pick(newerCount('upvotes', a, b), 'upvotes', 'upvotesOn'),
    codeUrls: unionOfCodeUrls(a.codeUrls, b.codeUrls),
    projectUrls: union(a.projectUrls, b.projectUrls),
    keywords: union(a.keywords, b.keywords),
    categories: union(a.categories, b.categories),
    sources: unionOfSources(a, b),
  }
}
