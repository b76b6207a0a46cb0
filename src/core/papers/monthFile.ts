import * as z from 'zod/mini'
import { hasTex } from '../tex/hasTex.ts'
import { issueText, pathText } from '../text/issues.ts'
import { parseJson } from '../text/json.ts'
import { isObject } from '../text/jsonObject.ts'
import { receivedText } from '../text/receivedText.ts'
import { Paper } from './paper.ts'
import { PaperId } from './paperIds.ts'

/** A month file of any version, its papers unchecked. */
const AnyMonthFile = z.object({ version: z.int().check(z.positive()), papers: z.array(z.unknown()) })

const titleTexOf = ({ title }: Record<string, unknown>): { titleTex?: string } =>
  typeof title === 'string' && hasTex(title) ? { titleTex: title } : {}

/**
 * Steps that make papers of each version, from 1 on, into papers of the next. A change of the schema adds one, and a file of
 * the version before it to `tests/fixtures/month-files/`.
 */
const MIGRATIONS: readonly ((papers: unknown[]) => unknown[])[] = [
  // Papers got DOIs, addresses of their own, names in parts, and titles as TeX.
  papers =>
    papers.map(paper =>
      isObject(paper) ? { dois: [], authorNames: [], paperUrls: [], ...titleTexOf(paper), ...paper } : paper,
    ),
]

export const VERSION = MIGRATIONS.length + 1
const MonthFile = z.object({ version: z.literal(VERSION), papers: z.array(Paper) })

/** Names of the files of `data/papers/`: one a month, one for papers of which no day is known. */
export const MONTH_FILE = /^(?:\d{4}(?:-\d{2})?|undated)\.json$/

/** The content of a validated file, or the message that follows its name where it cannot be used. */
export type FileContent<T> = { ok: true; value: T } | { ok: false; message: string }

function checkedValue<T extends z.ZodMiniType>(value: unknown, schema: T): FileContent<z.output<T>> {
  const result = schema.safeParse(value, { reportInput: true })
  if (result.success) return { ok: true, value: result.data }
  const messages = result.error.issues.map(
    issue => `${pathText(issue.path).replace(/^\./, '')}: ${issueText(issue)}`,
  )
  return { ok: false, message: ` is broken: ${messages.slice(0, 5).join('; ')}` }
}

/** Parses JSON and checks it. A bad value is named by its path, bad JSON by its line. */
export function checkedJson<T extends z.ZodMiniType>(text: string, schema: T): FileContent<z.output<T>> {
  const parsed = parseJson(text)
  if (!parsed.ok) return { ok: false, message: `:${parsed.line}: ${parsed.message}` }
  return checkedValue(parsed.value, schema)
}

/** The version in the text of a month file, wherever it stands; nothing where it says none. */
export function versionOf(text: string): number | undefined {
  // Files that Broadsheet wrote begin with it: they need not be parsed.
  const [, first] = /^\s*\{\s*"version"\s*:\s*(\d+)\s*,\s*"papers"/.exec(text.slice(0, 200)) ?? []
  if (first !== undefined) return Number(first)
  const parsed = parseJson(text)
  const version = parsed.ok && isObject(parsed.value) ? parsed.value.version : undefined
  return typeof version === 'number' ? version : undefined
}

/** A paper of a month file: its ids must be valid file names on every system. */
const StoredPaper = z.extend(Paper, { id: PaperId, aliases: z.array(PaperId) })

/** A record that cannot be read, or a place at which the file is damaged. */
export interface RecordFault {
  /** `papers[3].aliases[0]`, or `line 12`. */
  where: string
  /** The fault, as a phrase. */
  message: string
  /** The paper that is left out for it, as it is called; absent where none is. */
  leftOut?: string
}

export interface MonthContent {
  records: { paper: Paper; where: string }[]
  faults: RecordFault[]
}

interface RawRecord {
  value: unknown
  where: string
}

const RECORD_START = '    {'

/** The last record of a file without what closes the file. */
function withoutEnding(record: string): string {
  const list = record.endsWith('}') ? record.slice(0, -1).trimEnd() : ''
  return list.endsWith(']') ? list.slice(0, -1).trimEnd() : record
}

/**
 * The records of a damaged file that are whole, and what is wrong with the others. Each record begins on a line of its
 * own in the files we write; nothing where the text is laid out otherwise.
 */
function salvaged(text: string): { version: number; raw: RawRecord[]; faults: RecordFault[] } | undefined {
  const lines = text.split(/\r?\n/)
  const starts = lines.flatMap((line, at) => (line === RECORD_START ? [at] : []))
  const version = Number(/"version"\s*:\s*(\d+)/.exec(lines.slice(0, starts[0] ?? 0).join(' '))?.[1])
  if (starts.length === 0 || Number.isNaN(version)) return undefined
  const faults: RecordFault[] = []
  const raw = starts.flatMap((start, index): RawRecord[] => {
    const record = lines
      .slice(start, starts[index + 1])
      .join('\n')
      .trimEnd()
      .replace(/,$/, '')
    const isLast = index === starts.length - 1
    const asIs = parseJson(record)
    const parsed = isLast && !asIs.ok ? parseJson(withoutEnding(record)) : asIs
    if (parsed.ok) return [{ value: parsed.value, where: `papers[${index}]` }]
    const where = `line ${start + parsed.line}`
    faults.push({ where, message: parsed.message, leftOut: `the paper that begins in line ${start + 1}` })
    return []
  })
  return { version, raw, faults }
}

const migrated = (version: number, papers: unknown[]): unknown[] =>
  MIGRATIONS.slice(version - 1).reduce((values, step) => step(values), papers)

/** The paper that a value is meant to be, for messages: by its title where it has one. */
export function calledIn(value: unknown): string {
  const title =
    typeof value === 'object' && value !== null && 'title' in value ? receivedText(String(value.title)) : ''
  return title === '' ? 'the paper' : `“${title.slice(0, 80)}”`
}

function checkedRecord({ value, where }: RawRecord, content: MonthContent): void {
  const result = StoredPaper.safeParse(value, { reportInput: true })
  if (result.success) {
    content.records.push({ paper: result.data, where })
    return
  }
  const messages = result.error.issues.map(issue => {
    const place = pathText(issue.path).replace(/^\./, '')
    return `${place}${place === '' ? '' : ': '}${issueText(issue)}`
  })
  const rest = messages.length > 5 ? `; and ${messages.length - 5} more faults` : ''
  content.faults.push({
    where,
    message: `${messages.slice(0, 5).join('; ')}${rest}`,
    leftOut: calledIn(value),
  })
}

/**
 * Reads the text of a month file, of this version or of one before it, record by record: one that cannot be read is
 * named and harms no other, and of a damaged text the whole records are read. Not ok where the file as a whole is no month file, or of a
 * newer version.
 */
export function parseMonthFile(text: string): FileContent<MonthContent> {
  const parsed = parseJson(text)
  const saved = parsed.ok ? undefined : salvaged(text)
  if (!parsed.ok && !saved) return { ok: false, message: `:${parsed.line}: ${parsed.message}` }
  const file = checkedValue(
    parsed.ok ? parsed.value : { version: saved?.version, papers: saved?.raw.map(({ value }) => value) },
    AnyMonthFile,
  )
  if (!file.ok) return file
  const { version, papers } = file.value
  if (version > VERSION) return { ok: false, message: ' was made by a newer version of Broadsheet' }
  const content: MonthContent = { records: [], faults: [...(saved?.faults ?? [])] }
  if (!parsed.ok && content.faults.length === 0)
    content.faults.push({ where: `line ${parsed.line}`, message: parsed.message })
  migrated(version, papers).forEach((value, index) => {
    checkedRecord({ value, where: saved?.raw[index]?.where ?? `papers[${index}]` }, content)
  })
  return { ok: true, value: content }
}

/** The text of a month file: keys in the order of the schema, so that the same papers give the same bytes. */
export function formatMonthFile(papers: readonly Paper[]): string {
  const inSchemaOrder = z.parse(MonthFile, { version: VERSION, papers })
  return `${JSON.stringify(inSchemaOrder, null, 2)}\n`
}
