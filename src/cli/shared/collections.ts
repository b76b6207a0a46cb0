import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import * as z from 'zod/mini'
import { issueText, pathText } from '#core/text/issues.ts'
import { Failure, isAbsent, messageOf } from './failure.ts'

const Id = z.pipe(
  z.union([z.string().check(z.minLength(1)), z.number()]),
  z.transform(id => String(id)),
)
/** Collections leave out what they do not have, or say `null`. */
const Text = z.pipe(
  z.optional(z.nullable(z.string())),
  z.transform(text => text ?? ''),
)

/** A field that may be there: of another form than ours it is passed over, the document is good without it. */
const optional = <T extends z.ZodMiniType>(schema: T) => z.catch(z.optional(schema), undefined)

/** A line of `D` and `P`. Of the optional fields only those that something reads. */
export const Document = z.object({
  id: Id,
  title: Text,
  abstract: Text,
  authors: optional(z.array(z.string())),
  /** A day or a point in time, ISO 8601. */
  publishedAt: optional(z.string()),
  /** The day of the digest that listed the paper. */
  day: optional(z.string()),
  upvotes: optional(z.int().check(z.nonnegative())),
  numComments: optional(z.int().check(z.nonnegative())),
  /** What a source says the paper is about. */
  ai_keywords: optional(z.array(z.string())),
})
export type Document = z.infer<typeof Document>

const Question = z.object({ id: Id, text: z.string() })
export type Question = z.infer<typeof Question>

/** Query id → document id → grade. Grades from 1 on mean relevant. */
export type Judgements = Map<string, Map<string, number>>

/** What a file holds, and `file:line: why` for each line that was left out. */
export interface Read<T> {
  items: T
  problems: string[]
}

const NAMED_PROBLEMS = 20

/** The problems, as many as anybody reads. */
export function named(problems: readonly string[]): string[] {
  const more = problems.length - NAMED_PROBLEMS
  return more <= 0
    ? [...problems]
    : [...problems.slice(0, NAMED_PROBLEMS), `… and ${more} more lines left out`]
}

const unzip = promisify(gunzip)

async function linesOf(path: string): Promise<string[]> {
  try {
    const bytes = await readFile(path)
    const text = new TextDecoder().decode(path.endsWith('.gz') ? await unzip(bytes) : bytes)
    return text.split('\n').map(line => line.replace(/\r$/, ''))
  } catch (error) {
    throw new Failure(
      isAbsent(error) ? `There is no file ${path}.` : `${path} cannot be read: ${messageOf(error)}`,
    )
  }
}

const nothingIn = (path: string, problems: readonly string[]): Failure =>
  new Failure([`There is nothing to read in ${path}.`, ...named(problems)].join('\n'))

function parseJson(text: string): { value: unknown } | { why: string } {
  try {
    return { value: JSON.parse(text) }
  } catch (error) {
    return { why: `not valid JSON: ${messageOf(error)}` }
  }
}

function parseLine<T extends z.ZodMiniType>(
  line: string,
  schema: T,
): { item: z.output<T> } | { why: string } {
  const json = parseJson(line)
  if ('why' in json) return json
  const result = schema.safeParse(json.value, { reportInput: true })
  if (result.success) return { item: result.data }
  const whys = result.error.issues.map(
    issue => `${pathText(issue.path).replace(/^\./, '')} ${issueText(issue)}`,
  )
  return { why: whys.join('; ').trim() }
}

async function readJsonLines<T extends z.ZodMiniType<{ id: string }>>(
  path: string,
  schema: T,
): Promise<Read<z.output<T>[]>> {
  const byId = new Map<string, z.output<T>>()
  const problems: string[] = []
  for (const [index, line] of (await linesOf(path)).entries()) {
    if (line.trim() === '') continue
    const parsed = parseLine(line, schema)
    const why =
      'why' in parsed
        ? parsed.why
        : byId.has(parsed.item.id)
          ? `a second line with the id ${parsed.item.id}`
          : ''
    if (why !== '') problems.push(`${path}:${index + 1}: ${why}`)
    else if ('item' in parsed) byId.set(parsed.item.id, parsed.item)
  }
  if (byId.size === 0) throw nothingIn(path, problems)
  return { items: [...byId.values()], problems }
}

/** Reads `.jsonl` or `.jsonl.gz`. Throws a `Failure` where the file is absent or holds no document. */
export const readDocuments = (path: string): Promise<Read<Document[]>> => readJsonLines(path, Document)

export const readQuestions = (path: string): Promise<Read<Question[]>> => readJsonLines(path, Question)

/** Reads `query<TAB>document<TAB>grade` lines; the first may be a header. Grades below 0 count as 0. */
export async function readJudgements(path: string): Promise<Read<Judgements>> {
  const items: Judgements = new Map()
  const problems: string[] = []
  for (const [index, line] of (await linesOf(path)).entries()) {
    if (line.trim() === '') continue
    const [query, document, grade, ...more] = line.split('\t').map(cell => cell.trim())
    if (!query || !document || !grade || more.length > 0 || !/^-?\d+(?:\.\d+)?$/.test(grade)) {
      if (index > 0) problems.push(`${path}:${index + 1}: query, document and grade expected, between tabs`)
      continue
    }
    const ofQuery = items.get(query) ?? new Map<string, number>()
    items.set(query, ofQuery.set(document, Math.max(0, Number(grade))))
  }
  if (items.size === 0) throw nothingIn(path, problems)
  return { items, problems }
}
