import * as z from 'zod/mini'
import { AuthorName } from './authorNames.ts'
import { FORMATS, type Paper, type PaperRecord } from './paper.ts'

type Field = keyof PaperRecord

/** Best rank of the sources that gave this field, its index in `FORMATS`; -1 where none did. */
const rankOf = (paper: PaperRecord, field: Field | (typeof DATE_FACTS)[number]): number =>
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

/**
 * The fact of the better source; between equal sources, the greater value: so the order of merging does not matter.
 * Of equal lists of authors, the one that ends in “others”.
 */
export function better<P extends PaperRecord>(field: Field, a: P, b: P): P {
  if (a[field] === undefined) return b
  if (b[field] === undefined) return a
  const order =
    rankOf(a, field) - rankOf(b, field) ||
    compareValues(a[field], b[field]) ||
    Number(a.authorsEndInOthers ?? false) - Number(b.authorsEndInOthers ?? false)
  return order >= 0 ? a : b
}

/** Kinds of publication date, the better the later. Each is a fact of its own in `gave`: see `dateFact`. */
export const DATE_FACTS = ['publishedYearInferred', 'publishedYear', 'publishedMonth', 'publishedAt'] as const

/** The date fact that a record with this publication date gives: a day, a month, a year, or a day whose year was inferred. */
export function dateFact({
  publishedAt = '',
  publishedYearInferred,
}: Pick<PaperRecord, 'publishedAt' | 'publishedYearInferred'>): (typeof DATE_FACTS)[number] {
  if (publishedYearInferred) return 'publishedYearInferred'
  return publishedAt.length > 7 ? 'publishedAt' : publishedAt.length > 4 ? 'publishedMonth' : 'publishedYear'
}

/**
 * The better publication date: a known year beats an inferred one, a day beats a month and a month beats a year, then
 * as for any fact. The rank of a source counts only among dates of one kind, so that merging stays associative.
 */
export function betterDate<P extends PaperRecord>(a: P, b: P): P {
  if (a.publishedAt === undefined) return b
  if (b.publishedAt === undefined) return a
  const [left, right] = [dateFact(a), dateFact(b)]
  const order =
    DATE_FACTS.indexOf(left) - DATE_FACTS.indexOf(right) ||
    rankOf(a, left) - rankOf(b, left) ||
    compareText(a.publishedAt, b.publishedAt)
  return order >= 0 ? a : b
}

/** Counts grow old: the newest capture wins, the greater count between captures of one day. */
function newerCount(field: 'comments' | 'upvotes' | 'stars', a: Paper, b: Paper): Paper {
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

/** The greater of two values, each of which may be absent. */
const greatest = <T extends string | number>(a: T | undefined, b: T | undefined): T | undefined =>
  a === undefined || (b !== undefined && b > a) ? b : a

const earliest = (a: string | undefined, b: string | undefined): string | undefined =>
  a === undefined || (b !== undefined && b < a) ? b : a

const present = <F extends keyof Paper>(field: F, value: Paper[F] | undefined): Pick<Paper, F> =>
  (value === undefined ? {} : { [field]: value }) as Pick<Paper, F>

/** Days ascending. Where two sources place a paper differently on one day, the place nearer to the top. */
function unionOfPositions({ positions: a }: Paper, { positions: b }: Paper): Paper['positions'] {
  if (a === undefined && b === undefined) return undefined
  const days = union(Object.keys(a ?? {}), Object.keys(b ?? {}))
  return Object.fromEntries(days.map(day => [day, Math.min(a?.[day] ?? Infinity, b?.[day] ?? Infinity)]))
}

/** Keys in the order of the schema, so that equal names have equal texts. */
function unionOfNames(a: Paper, b: Paper): AuthorName[] {
  const names = [...a.authorNames, ...b.authorNames].map(name => z.parse(AuthorName, name))
  return union(
    names.map(name => JSON.stringify(name)),
    [],
  ).map(text => JSON.parse(text) as AuthorName)
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
    ...pick(better('titleTex', a, b), 'titleTex'),
    alsoTitled: union([a.title, ...a.alsoTitled], [b.title, ...b.alsoTitled]).filter(
      other => other !== title,
    ),
    ...pick(better('abstract', a, b), 'abstract'),
    ...pick(better('summary', a, b), 'summary'),
    ...present('arxivId', arxivId),
    ...present('version', greatest(a.version, b.version)),
    ...present('revisedAt', greatest(a.revisedAt, b.revisedAt)),
    ...pick(better('announced', a, b), 'announced'),
    dois: union(a.dois, b.dois),
    ...pick(better('kind', a, b), 'kind'),
    ...pick(better('authors', a, b), 'authors', 'authorsEndInOthers'),
    authorNames: unionOfNames(a, b),
    ...pick(better('authorCount', a, b), 'authorCount'),
    ...pick(better('organization', a, b), 'organization'),
    ...pick(betterDate(a, b), 'publishedAt', 'publishedYearInferred'),
    listedOn: union(a.listedOn, b.listedOn),
    ...present('positions', unionOfPositions(a, b)),
    ...present('addedOn', earliest(a.addedOn, b.addedOn)),
    ...pick(newerCount('comments', a, b), 'comments', 'commentsOn'),
    ...pick(newerCount('upvotes', a, b), 'upvotes', 'upvotesOn'),
    ...pick(newerCount('stars', a, b), 'stars', 'starsOn'),
    paperUrls: union(a.paperUrls, b.paperUrls),
    codeUrls: unionOfCodeUrls(a.codeUrls, b.codeUrls),
    projectUrls: union(a.projectUrls, b.projectUrls),
    ...pick(better('thumbnailUrl', a, b), 'thumbnailUrl'),
    ...pick(better('thumbnailFile', a, b), 'thumbnailFile'),
    keywords: union(a.keywords, b.keywords),
    categories: union(a.categories, b.categories),
    sources: unionOfSources(a, b),
  }
}
