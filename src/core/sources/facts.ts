import * as z from 'zod/mini'
import { arxivIdOf } from '../papers/arxiv.ts'
import { ArxivId, Day, PartialDate, WebUrl } from '../papers/paper.ts'
import { issueText, pathText } from '../text/issues.ts'
import { parseJson } from '../text/json.ts'
import type { Problem } from '../text/problem.ts'
import { excerpt } from '../text/receivedText.ts'
import { collapseSpace, normalizedTitle } from '../text/text.ts'
import { codeLinks } from './codeLinks.ts'
import { withoutOthers } from './otherAuthors.ts'
import { recordOf } from './record.ts'
import { rejected, type SourceContext, type SourceFormat, type SourceReading } from './source.ts'

const FactText = z.pipe(z.string(), z.transform(collapseSpace)).check(z.minLength(1))

/** In any of the forms that people write. */
const AnyArxivId = z.pipe(
  z.pipe(
    z.string(),
    z.transform(text => arxivIdOf(text) ?? text),
  ),
  ArxivId,
)

const Organization = z.union([FactText, z.object({ name: FactText, fullname: z.exactOptional(FactText) })])

/** Fields of one entry of a facts file. Unknown fields are ignored; dates are checked one by one. */
const Entry = z.object({
  title: FactText,
  arxivId: z.exactOptional(AnyArxivId),
  authors: z.exactOptional(z.array(FactText)),
  publishedAt: z.exactOptional(z.unknown()),
  listedOnDaily: z.exactOptional(z.unknown()),
  githubRepo: z.exactOptional(z.string()),
  projectPage: z.exactOptional(z.string()),
  organization: z.exactOptional(Organization),
  keywords: z.exactOptional(z.array(FactText)),
  categories: z.exactOptional(z.array(FactText)),
})
type Entry = z.infer<typeof Entry>

function organizationOf(organization: Entry['organization']) {
  if (organization === undefined) return undefined
  if (typeof organization === 'string') return { name: organization }
  return { slug: organization.name, name: organization.fullname ?? organization.name }
}

/** An entry that can be read, and its place in the file. */
interface Placed {
  entry: Entry
  where: string
}

function parseEntry(value: unknown, where: string): Placed | SourceReading {
  const parsed = z.safeParse(Entry, value, { reportInput: true })
  if (parsed.success) return { entry: parsed.data, where }
  const messages = parsed.error.issues.map(issue => `${pathText(issue.path)} ${issueText(issue)}`.trim())
  return rejected(`entry left out: ${messages.join('; ')}`, where)
}

/** The values that stand beside each key, with the place of the first of each. */
type Claims = Map<string, Map<string, Placed>>

function claim(claims: Claims, key: string, value: string, placed: Placed): void {
  const values = claims.get(key) ?? new Map<string, Placed>()
  if (!values.has(value)) values.set(value, placed)
  claims.set(key, values)
}

/**
 * Says why the arXiv id of an entry cannot be believed: the file gives it to another title as well, or its title has
 * another id as well.
 */
function contradictionsIn(all: readonly Placed[]): (placed: Placed) => string | undefined {
  const titlesOf: Claims = new Map()
  const idsOf: Claims = new Map()
  for (const placed of all) {
    const { title, arxivId } = placed.entry
    if (arxivId === undefined) continue
    claim(titlesOf, arxivId, normalizedTitle(title), placed)
    claim(idsOf, normalizedTitle(title), arxivId, placed)
  }
  const other = (claims: Claims, key: string, value: string): Placed | undefined =>
    [...(claims.get(key) ?? [])].find(([found]) => found !== value)?.[1]
  return ({ entry: { title, arxivId } }) => {
    if (arxivId === undefined) return undefined
    const key = normalizedTitle(title)
    const withId = other(titlesOf, arxivId, key)
    if (withId)
      return `${arxivId} is the id of “${excerpt(withId.entry.title)}” in ${withId.where}, too: correct one`
    const withTitle = other(idsOf, key, arxivId)
    if (withTitle)
      return `${arxivId} is not the only id of this title, ${withTitle.where} has ${withTitle.entry.arxivId}: correct one`
    return undefined
  }
}

function readEntry(
  { entry, where }: Placed,
  contradiction: string | undefined,
  context: SourceContext,
): SourceReading {
  const problems: Problem[] = []
  const safeUrls = (field: 'githubRepo' | 'projectPage'): string[] => {
    const url = entry[field]?.trim()
    if (url === undefined || url === '') return []
    if (WebUrl.safeParse(url).success) return [url]
    problems.push({
      where: `${where}.${field}`,
      message: 'left out: not an http or https address',
      dropped: true,
    })
    return []
  }
  const dateOf = (field: 'publishedAt' | 'listedOnDaily', schema: typeof Day | typeof PartialDate) => {
    const value = entry[field]
    if (value === undefined) return undefined
    const parsed = z.safeParse(schema, value)
    if (parsed.success) return parsed.data
    const isWritten = typeof value === 'string' && /^\d{4}-\d\d(?:-\d\d)?$/.test(value)
    const message = isWritten ? `${value} is no day of the calendar` : 'not a day written yyyy-mm-dd'
    problems.push({ where: `${where}.${field}`, message: `left out: ${message}`, dropped: true })
    return undefined
  }
  const listedOn = dateOf('listedOnDaily', Day)
  if (contradiction !== undefined)
    problems.push({ where: `${where}.arxivId`, message: `left out: ${contradiction}`, dropped: true })
  const names = withoutOthers(entry.authors ?? [])
  const paper = recordOf(
    { name: context.name, format: 'facts' },
    {
      title: entry.title,
      arxivId: contradiction === undefined ? entry.arxivId : undefined,
      authors: names.items,
      authorsEndInOthers: names.endsInOthers || undefined,
      organization: organizationOf(entry.organization),
      publishedAt: dateOf('publishedAt', PartialDate),
      listedOn: listedOn === undefined ? [] : [listedOn],
      codeUrls: safeUrls('githubRepo').map(url => codeLinks(url)[0] ?? url),
      projectUrls: safeUrls('projectPage'),
      keywords: entry.keywords,
      categories: entry.categories,
    },
  )
  return { records: [{ paper, where, enrichesOnly: true }], problems }
}

/** `….facts.json`, `facts-2025-12-11.json`. Under another name a list of papers is one. */
const isFactsFile = (name: string): boolean => /\.json$/i.test(name) && /(?:^|[._-])facts[._-]/i.test(name)

/** Facts about papers, looked up elsewhere: a JSON array, one object a paper. See `Entry` for the fields. */
export const facts: SourceFormat = {
  called: 'a facts file',

  detect(text, name) {
    if (isFactsFile(name)) return 0.9
    const start = text.replace(/^\ufeff/, '').trimStart()
    return start.startsWith('[') && start.includes('"listedOnDaily"') ? 0.5 : 0
  },

  read(text, context) {
    const parsed = parseJson(text)
    if (!parsed.ok) return rejected(parsed.message, `line ${parsed.line}`)
    if (!Array.isArray(parsed.value)) return rejected('a facts file must be an array of entries')
    const entries = parsed.value.map((value, index) => parseEntry(value, `[${index}]`))
    const contradictionOf = contradictionsIn(entries.filter(entry => 'entry' in entry))
    const readings = entries.map(entry =>
      'entry' in entry ? readEntry(entry, contradictionOf(entry), context) : entry,
    )
    return {
      records: readings.flatMap(({ records }) => records),
      problems: readings.flatMap(({ problems }) => problems),
    }
  },
}
