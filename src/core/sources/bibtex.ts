import { BibtexReader } from './bibtexFields.ts'
import { bibtexRecord } from './bibtexRecord.ts'
import { type BibtexEntry, scanBibtex } from './bibtexScan.ts'
import { excerpt } from './receivedText.ts'
import { repeats } from './repeats.ts'
import type { Problem, Reading, SourceContext, SourceFormat } from './source.ts'

/** Volumes are no papers, and sets have no fields of a paper's. */
const NO_PAPERS = new Set(['proceedings', 'mvproceedings', 'periodical', 'collection', 'set', 'xdata'])
const ENTRY_AT_LINE_START = /^[^\S\n]{0,20}@[a-z]{2,30}[^\S\n]{0,20}[{(]/im

const lineNumber = ({ where }: Problem): number => Number(where.slice('line '.length))

function readEntry(entry: BibtexEntry, reader: BibtexReader, name: string): Reading {
  const where = `line ${entry.line}`
  const called = entry.key === '' ? `@${entry.type}` : `“${excerpt(entry.key)}”`
  if (NO_PAPERS.has(entry.type)) {
    return {
      records: [],
      problems: [{ where, why: `${called} is no paper, but @${entry.type}`, lost: false }],
    }
  }
  const { fields, problems } = reader.fieldsOf(entry)
  if (fields === undefined) return { records: [], problems }
  const { record, problems: ofRecord } = bibtexRecord(fields, called, { where, name })
  return { records: record ? [record] : [], problems: [...problems, ...ofRecord] }
}

/** Keys that stand over more than one entry: all of them are read. */
function repeatedKeys(entries: readonly BibtexEntry[]): Problem[] {
  const first = new Map<string, BibtexEntry>()
  return entries.flatMap(entry => {
    const before = first.get(entry.key)
    if (before === undefined || entry.key === '') {
      first.set(entry.key, entry)
      return []
    }
    const why = `the key “${excerpt(entry.key)}” stands in line ${before.line} as well: both entries are read`
    return [{ where: `line ${entry.line}`, why, lost: false }]
  })
}

/** Entries with a year and no day, in one notice: most exports have no other. */
function undated(records: Reading['records']): Problem[] {
  const [first, ...more] = records.filter(({ paper }) => paper.publishedAt === undefined)
  if (first === undefined) return []
  const count = more.length + 1
  const why = `${count === 1 ? 'this entry names' : `${count} entries from here on name`} no day of publication: it stays unknown`
  return [{ where: first.where, why, lost: false, ...(count > 1 && { times: count }) }]
}

function readText(text: string, { name, firstLine }: SourceContext): Reading {
  const { entries, problems } = scanBibtex(text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'), firstLine)
  const reader = new BibtexReader()
  const readings = entries.map(entry =>
    entry.type === 'string'
      ? { records: [], problems: reader.define(entry) }
      : readEntry(entry, reader, name),
  )
  const records = readings.flatMap(reading => reading.records)
  const found = [
    ...problems,
    ...readings.flatMap(reading => reading.problems),
    ...repeatedKeys(entries.filter(({ type }) => type !== 'string')),
    ...repeats(records),
    ...undated(records),
  ]
  return { records, problems: found.sort((a, b) => lineNumber(a) - lineNumber(b)) }
}

/**
 * A BibTeX file as the arXiv, Google Scholar, DBLP, the ACL Anthology, OpenReview, Semantic Scholar and Zotero export it, or
 * as a person keeps it. A bad entry is reported with its line, and the others are read.
 */
export const bibtex: SourceFormat = {
  called: 'BibTeX',

  detect(text, name) {
    if (!ENTRY_AT_LINE_START.test(text)) return 0
    const isFirst = text
      .replace(/^\ufeff/, '')
      .trimStart()
      .startsWith('@')
    return isFirst || name.toLowerCase().endsWith('.bib') ? 0.95 : 0.5
  },

  read: readText,
}
