import * as z from 'zod/mini'
import { arxivIdOf } from '../arxiv.ts'
import { ArxivId, Day, WebUrl } from '../paper.ts'
import { collapseSpace } from '../text.ts'
import { codeLinks } from './codeLinks.ts'
import { issueText, pathText } from './issues.ts'
import { parseJson } from './json.ts'
import { recordOf } from './record.ts'
import { type Problem, type Reading, refused, type SourceContext, type SourceFormat } from './source.ts'

const Text = z.pipe(z.string(), z.transform(collapseSpace)).check(z.minLength(1))

/** In any of the forms that people write. */
const AnyArxivId = z.pipe(
  z.pipe(
    z.string(),
    z.transform(text => arxivIdOf(text) ?? text),
  ),
  ArxivId,
)

const Organization = z.union([Text, z.object({ name: Text, fullname: z.exactOptional(Text) })])

/** What one entry of a facts file may say. Unknown fields are ignored. */
const Entry = z.object({
  title: Text,
  arxivId: z.exactOptional(AnyArxivId),
  authors: z.exactOptional(z.array(Text)),
  publishedAt: z.exactOptional(Day),
  listedOnDaily: z.exactOptional(Day),
  githubRepo: z.exactOptional(z.string()),
  projectPage: z.exactOptional(z.string()),
  organization: z.exactOptional(Organization),
  keywords: z.exactOptional(z.array(Text)),
  categories: z.exactOptional(z.array(Text)),
})
type Entry = z.infer<typeof Entry>

function organizationOf(organization: Entry['organization']) {
  if (organization === undefined) return undefined
  if (typeof organization === 'string') return { name: organization }
  return { slug: organization.name, name: organization.fullname ?? organization.name }
}

function readEntry(value: unknown, index: number, context: SourceContext): Reading {
  const where = `[${index}]`
  const parsed = z.safeParse(Entry, value, { reportInput: true })
  if (!parsed.success) {
    const whys = parsed.error.issues.map(issue => `${pathText(issue.path)} ${issueText(issue)}`.trim())
    return refused(`entry left out: ${whys.join('; ')}`, where)
  }
  const entry = parsed.data
  const problems: Problem[] = []
  const safeUrls = (field: 'githubRepo' | 'projectPage'): string[] => {
    const url = entry[field]?.trim()
    if (url === undefined || url === '') return []
    if (WebUrl.safeParse(url).success) return [url]
    problems.push({ where: `${where}.${field}`, why: 'left out: not an http or https address', lost: true })
    return []
  }
  const paper = recordOf(
    { name: context.name, format: 'facts' },
    {
      title: entry.title,
      arxivId: entry.arxivId,
      authors: entry.authors?.length ? entry.authors : undefined,
      organization: organizationOf(entry.organization),
      publishedAt: entry.publishedAt,
      listedOn: entry.listedOnDaily === undefined ? [] : [entry.listedOnDaily],
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
    if (!parsed.ok) return refused(parsed.why, `line ${parsed.line}`)
    if (!Array.isArray(parsed.value)) return refused('a facts file must be an array of entries')
    const readings = parsed.value.map((value, index) => readEntry(value, index, context))
    return {
      records: readings.flatMap(({ records }) => records),
      problems: readings.flatMap(({ problems }) => problems),
    }
  },
}
