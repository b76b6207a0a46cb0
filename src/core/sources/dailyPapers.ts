import * as z from 'zod/mini'
import { Day } from '../papers/paper.ts'
import { parseJsonSoFar } from '../text/json.ts'
import { isObject } from '../text/jsonObject.ts'
import type { Problem } from '../text/problem.ts'
import { excerpt } from '../text/receivedText.ts'
import { type DayContext, readDailyEntry } from './dailyEntry.ts'
import { EntryFields } from './entryFields.ts'
import { readPythonLiteral } from './pythonLiteral.ts'
import { NotLiteral } from './pythonScalar.ts'
import { cutAt, rejected, type SourceContext, type SourceFormat, type SourceReading } from './source.ts'

const HEAD = 20_000
/** A paper within an entry, as JSON or as Python writes it. No other format has one. */
const PAPER = /(?:"paper"|'paper')\s*:\s*\{/
/** An object whose first list is `data`. */
const WRAPPED = /^\{[^[\]{}]*"data"\s*:\s*\[/
const WRAPPED_NOTHING = /^\{[^[\]{}]*"data"\s*:\s*\[\s*\][^[\]{}]*\}\s*$/
const NOTHING = /^\[\s*\]\s*$/
const ERROR = /^\{[^[\]{}]*"error"\s*:/

/** An entry that an archive kept as Python wrote it. Its whole items are read as any other entry. */
function readString(text: string, where: string, context: DayContext): SourceReading {
  const { value, flaw } = readPythonLiteral(text)
  const cut = flaw && `${flaw.message} (character ${flaw.offset + 1})`
  if (!isObject(value) || value instanceof NotLiteral) {
    return rejected(`entry left out: a string, but no Python dict${cut ? `: ${cut}` : ''}`, where)
  }
  const { records, problems } = readDailyEntry(value, where, context)
  if (cut === undefined) return { records, problems }
  const [first] = problems
  if (records.length === 0 && first) return rejected(`${first.message}; ${cut}`, first.where)
  const message = `read only as far as it is whole: ${cut}`
  return { records, problems: [{ where, message, dropped: true }, ...problems] }
}

function readEntry(entry: unknown, where: string, context: DayContext): SourceReading {
  if (typeof entry === 'string') return readString(entry, where, context)
  return isObject(entry)
    ? readDailyEntry(entry, where, context)
    : rejected('entry left out: neither an object nor a string', where)
}

function readEntries(
  entries: readonly unknown[],
  path: string,
  context: Omit<DayContext, 'position'>,
): SourceReading {
  const readings = entries.map((entry, index) =>
    readEntry(entry, `${path}[${index}]`, { ...context, position: index + 1 }),
  )
  const records = readings.flatMap(reading => reading.records)
  const problems = readings.flatMap(reading => reading.problems)
  const undated = records.filter(({ paper }) => paper.listedOn.length === 0).length
  if (undated > 0) {
    const message = `nothing says on which day ${undated} of these papers were listed: name it with --date`
    problems.push({ where: path, message, dropped: false, times: undated })
  }
  return { records, problems }
}

/** A day as an archive wrapped it: `{ status, date, count, data }`. */
function readWrapped(wrapper: Record<string, unknown>, { name, day }: SourceContext): SourceReading {
  const { data: entries } = wrapper
  if (!Array.isArray(entries)) return rejected(refusalOf(wrapper))
  const fields = new EntryFields(wrapper, '')
  const date = fields.take(['date'], Day)
  const count = fields.take(['count'], z.number())
  const reading = readEntries(entries, '.data', { name, listed: date ?? day, captured: day ?? date })
  const missing: Problem[] =
    count === undefined || count === entries.length
      ? []
      : [
          {
            where: '.count',
            message: `${count} papers announced, but ${entries.length} in the file`,
            dropped: true,
          },
        ]
  return { records: reading.records, problems: [...fields.problems, ...missing, ...reading.problems] }
}

/** The API's answer where it has no list. */
function refusalOf({ error = null }: Record<string, unknown>): string {
  if (error === null) return 'is JSON, but no list of daily papers'
  const message = excerpt(typeof error === 'string' ? error : JSON.stringify(error), 300)
  return `holds no papers, but an error of the API: “${message}”`
}

/**
 * A day of the daily-papers API, `/api/daily_papers?date=…`: a JSON array, one entry a paper.
 *
 * Two of its dates are used. `paper.publishedAt` is the publication. `paper.submittedOnDailyAt` is the listing: in 70
 * files from 2024-05 to 2026-01 its day was that of the file in all 1,296 entries that have it; the 30 entries of the
 * two files of 2024 do not, and for such the day is the file's. The `publishedAt` of the entry itself is neither.
 *
 * White space in abstracts collapses, as in those from a page. Some archives keep entries as strings, in Python's
 * notation, or the list within an object: see `readString` and `readWrapped`.
 */
export const dailyPapers: SourceFormat = {
  called: 'JSON of the daily-papers API',

  detect(text) {
    const start = text
      .replace(/^\ufeff/, '')
      .trimStart()
      .slice(0, HEAD)
    if (NOTHING.test(start) || WRAPPED_NOTHING.test(start)) return 0.4
    if (start.startsWith('[') || WRAPPED.test(start)) return PAPER.test(start) ? 1 : 0
    return ERROR.test(start) ? 0.3 : 0
  },

  read(text, context) {
    const parsed = parseJsonSoFar(text)
    if (!parsed.ok) return rejected(parsed.message, `line ${parsed.line}`)
    const { value, flaw } = parsed
    const { name, day } = context
    const { records, problems } = Array.isArray(value)
      ? readEntries(value, '', { name, listed: day, captured: day })
      : readWrapped(isObject(value) ? value : {}, context)
    const hasDay = day !== undefined || (isObject(value) && typeof value.date === 'string')
    // A day without papers is a weekend.
    if (!flaw && !hasDay && records.length + problems.length === 0)
      problems.push({ where: '', message: 'holds no papers: the list is empty', dropped: false })
    return { records, problems: flaw ? [cutAt(flaw), ...problems] : problems }
  },
}
