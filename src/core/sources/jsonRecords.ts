import { isObject, type JsonObject } from '../text/jsonObject.ts'
import type { Problem } from '../text/problem.ts'
import { excerpt } from '../text/receivedText.ts'
import { dayValue } from './factValues.ts'
import { dayOfHead, errorIn, isRecord, type JsonList, jsonListIn, paperIn, totalOf } from './jsonList.ts'
import { type EntryContext, readShaped } from './shapedEntry.ts'
import { shapeOf } from './shapes.ts'
import { rejected, type SourceContext, type SourceReading } from './source.ts'
import { titleMeant } from './unknownFields.ts'

interface DayContext extends SourceContext {
  /** Whether records without a day of their own were listed on the day of the context. */
  isDigest: boolean
  /** Whether the text was cut, so that the list is shorter than it was. */
  isCut?: boolean
}

function readObject(
  entry: JsonObject,
  where: string,
  context: DayContext,
  list?: { day?: string; position: number },
): SourceReading {
  const { path, paper } = paperIn(entry)
  const shape = shapeOf(paper)
  const listed = list?.day ?? (shape.isListing && context.isDigest ? context.day : undefined)
  const entryContext: EntryContext = {
    name: context.name,
    listed,
    captured: context.day ?? list?.day,
    ...(list && { position: list.position }),
  }
  return readShaped(paper, shape, where + path, entryContext)
}

/** Notices on what is not in the file: ids that an API does not know, results on other pages. */
function noticesOn({ path, entries, head }: JsonList, read: number, isCut = false): Problem[] {
  const nulls = entries.filter(entry => entry === null).length
  const total = totalOf(head)
  const problems: Problem[] = []
  if (nulls > 0) {
    const message = `${nulls} of ${entries.length} entries are null: the API knows no papers with these ids`
    problems.push({ where: path, message, dropped: read === 0, times: nulls })
  }
  if (isCut) return problems
  if (entries.length === 0)
    problems.push({ where: path, message: 'holds no papers: the list is empty', dropped: false })
  else if (total !== undefined && total > entries.length) {
    const message = `holds ${entries.length} of ${total} results: the others are on further pages`
    problems.push({ where: '', message, dropped: false })
  }
  return problems
}

function readList(list: JsonList, where: string, context: DayContext): SourceReading {
  const { path, entries, head } = list
  const said = dayOfHead(head)
  const day = said === undefined ? undefined : dayValue(said, 'date')
  const listDay = typeof day === 'string' ? { day } : {}
  const readings = entries.flatMap((entry, index): SourceReading[] => {
    if (entry === null) return []
    const place = `${where}${path}[${index}]`
    if (!isObject(entry))
      return [rejected(`entry left out: no object, but ${excerpt(JSON.stringify(entry), 60)}`, place)]
    return [readObject(entry, place, context, { ...listDay, position: index + 1 })]
  })
  const records = readings.flatMap(reading => reading.records)
  const problems = readings.flatMap(reading => reading.problems)
  return { records, problems: [...noticesOn(list, records.length, context.isCut), ...problems] }
}

/** The names of an object's fields, to say what it is. */
const fieldsOf = (value: JsonObject): string => {
  const names = Object.keys(value)
  const named = names.slice(0, 8).map(name => excerpt(name, 30))
  return `${named.join(', ')}${names.length > named.length ? ' …' : ''}`
}

/** Describes a JSON value that holds no papers. */
function refusalOf(value: unknown): string {
  const error = errorIn(value)
  if (error !== undefined) return `holds no papers, but an error: “${excerpt(error, 300)}”`
  if (!isObject(value)) return 'is JSON, but no list of papers'
  const fields = fieldsOf(value)
  const meant = titleMeant(value)
  const hint = meant === undefined ? '' : `; the title of one paper is named title, not ${meant}`
  return fields === ''
    ? 'is an empty JSON object, and holds no papers'
    : `is JSON, but holds no papers: an object with the fields ${fields}; papers are read from a list, or from an object with a list named papers, results, data, items or entries${hint}`
}

/** Whether a JSON value is a paper, a list of papers, or an object with such a list. */
export const holdsPapers = (value: unknown): 'record' | 'list' | undefined =>
  jsonListIn(value) !== undefined ? 'list' : isRecord(value) ? 'record' : undefined

/**
 * Reads all papers in a JSON value: one record, a list, or the answer of an API around a list. Each record is read by its
 * own shape.
 *
 * @param where the value's place in the file, such as `line 12`; empty where it is all of it
 */
export function readJsonValue(value: unknown, where: string, context: DayContext): SourceReading {
  const list = jsonListIn(value)
  if (list !== undefined) return readList(list, where, context)
  if (isRecord(value)) return readObject(value, where, context)
  return rejected(refusalOf(value), where)
}
