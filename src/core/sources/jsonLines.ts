import { parseJson } from '../text/json.ts'
import { isObject } from '../text/jsonObject.ts'
import { Complaints } from './complaints.ts'
import { holdsPapers, readJsonValue } from './jsonRecords.ts'
import {
  rejected,
  type SourceContext,
  type SourceFormat,
  type SourceReading,
  type SourceRecord,
} from './source.ts'
import { titleMeant, titleMissing } from './unknownFields.ts'

/** Longer lines are not read: no paper has so much to say. */
const MAX_LINE = 1_000_000
/** A digest has no more lines. Longer files are collections: the day of their name is not that of a list. */
const MAX_DIGEST = 1_000

type LineContext = SourceContext & { isDigest: boolean }

function readLine(line: string, where: string, context: LineContext): SourceReading {
  if (line.length > MAX_LINE) return rejected(`line left out: longer than ${MAX_LINE / 1000} kB`, where)
  const parsed = parseJson(line)
  if (!parsed.ok) return rejected(`line left out: ${parsed.message}`, where)
  if (!isObject(parsed.value)) return rejected('line left out: not an object', where)
  if (holdsPapers(parsed.value) === undefined)
    return rejected(`line left out: title ${titleMissing(parsed.value)}`, where)
  return readJsonValue(parsed.value, where, context)
}

/** A format must not be missed for a bad line at the beginning. */
const LINES_LOOKED_AT = 20

/** Whether a line is a paper, or a list of papers: the whole answer of an API. */
function heldBy(line: string): ReturnType<typeof holdsPapers> | 'nearly' {
  if (!line.startsWith('{')) return undefined
  const parsed = parseJson(line)
  if (!parsed.ok) return undefined
  const isNearly = isObject(parsed.value) && titleMeant(parsed.value) !== undefined
  return holdsPapers(parsed.value) ?? (isNearly ? 'nearly' : undefined)
}

/** Whether nothing follows the first line. */
const isAlone = (lines: readonly string[]): boolean => lines.slice(1).every(line => line.trim() === '')

const lineCount = (text: string): number => {
  let count = 0
  for (let at = text.indexOf('\n'); at !== -1 && count <= MAX_DIGEST; at = text.indexOf('\n', at + 1)) count++
  return count
}

/**
 * Papers as JSON Lines, one object a line, of any shape of `shapes.ts`: usually of that with the common names, where a
 * title is all that must be there. That a file was cut at the end of a line cannot be told.
 */
export const jsonLines: SourceFormat = {
  called: 'JSON Lines of papers',

  detect(text) {
    const start = text.slice(0, MAX_LINE).trimStart()
    const lines = start.split('\n', LINES_LOOKED_AT)
    const first = heldBy(lines[0] ?? '')
    // One answer alone is JSON as any other.
    if (first === 'record' || (first === 'list' && !isAlone(lines))) return 0.8
    // Lines that lack their titles: that is said of each.
    if (first === 'nearly' && !isAlone(lines)) return 0.3
    // Less sure: texts of other kinds may hold such a line too.
    return !start.startsWith('[') && first === undefined && lines.some(line => heldBy(line) === 'record')
      ? 0.3
      : 0
  },

  read(text, context) {
    const records: SourceRecord[] = []
    const complaints = new Complaints()
    const isDigest = context.firstLine === undefined && lineCount(text) <= MAX_DIGEST
    let number = context.firstLine ?? 1
    // One by one: a file may have millions of lines with nothing in them.
    for (let at = 0; at < text.length; number++) {
      const feed = text.indexOf('\n', at)
      const end = feed === -1 ? text.length : feed
      const line = text.slice(at, end).replace(/\r$/, '')
      at = end + 1
      if (line.trim() === '') continue
      const reading = readLine(line, `line ${number}`, { ...context, isDigest })
      for (const record of reading.records) records.push(record)
      for (const problem of reading.problems) complaints.add(problem)
    }
    return { records, problems: complaints.all }
  },
}
