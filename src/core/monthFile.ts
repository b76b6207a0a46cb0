import * as z from 'zod/mini'
import { Paper } from './paper.ts'
import { issueText, pathText } from './sources/issues.ts'
import { parseJson } from './sources/json.ts'
import { hasTex } from './tex/hasTex.ts'

/** A month file of any version, its papers unchecked. */
const AnyMonthFile = z.object({ version: z.int().check(z.positive()), papers: z.array(z.unknown()) })

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const titleTexOf = ({ title }: Record<string, unknown>): { titleTex?: string } =>
  typeof title === 'string' && hasTex(title) ? { titleTex: title } : {}

/**
 * What makes papers of each version, from 1 on, into papers of the next. A change of the schema adds one, and a file of
 * the version before it to `tests/fixtures/month-files/`.
 */
const MIGRATIONS: readonly ((papers: unknown[]) => unknown[])[] = [
  // Papers got DOIs, addresses of their own, names in parts, and titles as TeX.
  papers =>
    papers.map(paper =>
      isRecord(paper) ? { dois: [], authorNames: [], paperUrls: [], ...titleTexOf(paper), ...paper } : paper,
    ),
]

export const VERSION = MIGRATIONS.length + 1
const MonthFile = z.object({ version: z.literal(VERSION), papers: z.array(Paper) })

/** Names of the files of `data/papers/`: one a month, one for papers of which no day is known. */
export const MONTH_FILE = /^(?:\d{4}-\d{2}|undated)\.json$/

/** What a validated file holds, or why it cannot be used: what follows the file's name in a message. */
export type FileContent<T> = { ok: true; value: T } | { ok: false; why: string }

function checkedValue<T extends z.ZodMiniType>(value: unknown, schema: T): FileContent<z.output<T>> {
  const result = schema.safeParse(value, { reportInput: true })
  if (result.success) return { ok: true, value: result.data }
  const whys = result.error.issues.map(
    issue => `${pathText(issue.path).replace(/^\./, '')}: ${issueText(issue)}`,
  )
  return { ok: false, why: ` is broken: ${whys.slice(0, 5).join('; ')}` }
}

/** Parses JSON and checks it. A bad value is named by its path, bad JSON by its line. */
export function checkedJson<T extends z.ZodMiniType>(text: string, schema: T): FileContent<z.output<T>> {
  const parsed = parseJson(text)
  if (!parsed.ok) return { ok: false, why: `:${parsed.line}: ${parsed.why}` }
  return checkedValue(parsed.value, schema)
}

/** The papers in the text of a month file, as this version has them, but unchecked. */
export function papersIn(text: string): FileContent<unknown[]> {
  const parsed = checkedJson(text, AnyMonthFile)
  if (!parsed.ok) return parsed
  const { version, papers } = parsed.value
  if (version > VERSION) return { ok: false, why: ' was made by a newer version of Broadsheet' }
  return { ok: true, value: MIGRATIONS.slice(version - 1).reduce((migrated, step) => step(migrated), papers) }
}

/** The version in the text of a month file; nothing where it says none. Files that Broadsheet wrote begin with it. */
export const versionOf = (text: string): number | undefined => {
  const [, version] = /^\s*\{\s*"version"\s*:\s*(\d+)/.exec(text.slice(0, 200)) ?? []
  return version === undefined ? undefined : Number(version)
}

/** Reads the text of a month file, of this version or of one before it. */
export function parseMonthFile(text: string): FileContent<Paper[]> {
  const papers = papersIn(text)
  if (!papers.ok) return papers
  const month = checkedValue({ version: VERSION, papers: papers.value }, MonthFile)
  return month.ok ? { ok: true, value: month.value.papers } : month
}

/** The text of a month file: keys in the order of the schema, so that the same papers give the same bytes. */
export function formatMonthFile(papers: readonly Paper[]): string {
  const inSchemaOrder = z.parse(MonthFile, { version: VERSION, papers })
  return `${JSON.stringify(inSchemaOrder, null, 2)}\n`
}
