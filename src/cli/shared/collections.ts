import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import * as z from 'zod/mini'
import { errorMessage } from '#core/text/errorMessage.ts'
import { issueText, pathText } from '#core/text/issues.ts'
import { Failure, isAbsent } from './failure.ts'

const DocumentId = z.pipe(
  z.union([z.string().check(z.minLength(1)), z.number()]),
  z.transform(id => String(id)),
)
/** Collections omit missing texts, or have `null`. */
const TextOrNothing = z.pipe(
  z.optional(z.nullable(z.string())),
  z.transform(text => text ?? ''),
)

/** An optional field, ignored if its form is unknown. */
const optional = <T extends z.ZodMiniType>(schema: T) => z.catch(z.optional(schema), undefined)

/** One line of a file of papers, with the optional fields that some command reads. */
export const CollectionDocument = z.object({
  id: DocumentId,
  title: TextOrNothing,
  abstract: TextOrNothing,
  authors: optional(z.array(z.string())),
  /** A day or a point in time, ISO 8601. */
  publishedAt: optional(z.string()),
  /** The day of the digest that listed the paper. */
  day: optional(z.string()),
  upvotes: optional(z.int().check(z.nonnegative())),
  numComments: optional(z.int().check(z.nonnegative())),
  /** Keywords from a source. */
  ai_keywords: optional(z.array(z.string())),
})
export type CollectionDocument = z.infer<typeof CollectionDocument>

const JudgedQuery = z.object({ id: DocumentId, text: z.string() })
export type JudgedQuery = z.infer<typeof JudgedQuery>

/** Query id → document id → grade. Grades from 1 on mean relevant. */
export type Judgements = Map<string, Map<string, number>>

/** The content of a file, and `file:line: reason` for each line left out. */
export interface ReadLines<T> {
  items: T
  problems: string[]
}

const MAX_NAMED = 20

/** The first problems, and the number of the others. */
export function named(problems: readonly string[]): string[] {
  const more = problems.length - MAX_NAMED
  return more <= 0 ? [...problems] : [...problems.slice(0, MAX_NAMED), `… and ${more} more lines left out`]
}

const unzip = promisify(gunzip)

async function linesOf(path: string): Promise<string[]> {
  try {
    const bytes = await readFile(path)
    const text = new TextDecoder().decode(path.endsWith('.gz') ? await unzip(bytes) : bytes)
    return text.split('\n').map(line => line.replace(/\r$/, ''))
  } catch (error) {
    throw new Failure(
      isAbsent(error) ? `There is no file ${path}.` : `${path} cannot be read: ${errorMessage(error)}`,
    )
  }
}

const nothingIn = (path: string, problems: readonly string[]): Failure =>
  new Failure([`There is nothing to read in ${path}.`, ...named(problems)].join('\n'))

function parseJson(text: string): { value: unknown } | { why: string } {
  try {
    return { value: JSON.parse(text) }
  } catch (error) {
    return { why: `not valid JSON: ${errorMessage(error)}` }
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
): Promise<ReadLines<z.output<T>[]>> {
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

/** Reads `.jsonl` or `.jsonl.gz`. Throws a `Failure` if the file is absent or has no document. */
export const readDocuments = (path: string): Promise<ReadLines<CollectionDocument[]>> =>
  readJsonLines(path, CollectionDocument)

export const readQueries = (path: string): Promise<ReadLines<JudgedQuery[]>> =>
  readJsonLines(path, JudgedQuery)

/** Reads `query<TAB>document<TAB>grade` lines; the first may be a header. Grades below 0 count as 0. */
export async function readJudgements(path: string): Promise<ReadLines<Judgements>> {
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
