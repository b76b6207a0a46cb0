import * as z from 'zod/mini'
import { Paper } from './paper.ts'
import { issueText, pathText } from './sources/issues.ts'
import { parseJson } from './sources/json.ts'

const VERSION = 1
const MonthFile = z.object({ version: z.literal(VERSION), papers: z.array(Paper) })
const Versioned = z.object({ version: z.int() })

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

/** Reads the text of a month file. */
export function parseMonthFile(text: string): FileContent<Paper[]> {
  const parsed = checkedJson(text, z.unknown())
  if (!parsed.ok) return parsed
  const versioned = checkedValue(parsed.value, Versioned)
  if (versioned.ok && versioned.value.version > VERSION) {
    return { ok: false, why: ' was made by a newer version of Broadsheet' }
  }
  const month = checkedValue(parsed.value, MonthFile)
  return month.ok ? { ok: true, value: month.value.papers } : month
}

/** The text of a month file: keys in the order of the schema, so that the same papers give the same bytes. */
export function formatMonthFile(papers: readonly Paper[]): string {
  const inSchemaOrder = z.parse(MonthFile, { version: VERSION, papers })
  return `${JSON.stringify(inSchemaOrder, null, 2)}\n`
}
