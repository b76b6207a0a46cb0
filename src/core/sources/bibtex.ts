import type { Problem } from '../text/problem.ts'
import { excerpt } from '../text/receivedText.ts'
import { type BibtexFields, BibtexReader } from './bibtexFields.ts'
import { type BibtexRecord, bibtexRecord } from './bibtexRecord.ts'
import { type BibtexEntry, scanBibtex } from './bibtexScan.ts'
import { repeats } from './repeats.ts'
import type { SourceContext, SourceFormat, SourceReading } from './source.ts'

/** Volumes are no papers, and sets have no fields of a paper's. */
const NO_PAPERS = new Set(['proceedings', 'mvproceedings', 'periodical', 'collection', 'set', 'xdata'])
const ENTRY_AT_LINE_START = /^[^\S\n]{0,20}@[a-z]{2,30}[^\S\n]{0,20}[{(]/im

const lineNumber = ({ where }: Problem): number => Number(where.slice('line '.length))

interface ReadEntry {
  entry: BibtexEntry
  fields?: BibtexFields
  problems: Problem[]
}

const isPaper = ({ type }: BibtexEntry): boolean => !NO_PAPERS.has(type)

const calledOf = ({ key, type }: BibtexEntry): string => (key === '' ? `@${type}` : `“${excerpt(key)}”`)

/** Fields that a paper has from the volume that it names as `crossref`. */
const OF_VOLUME = ['year', 'month', 'day', 'date']

/** Fields that an entry does not have, but another one to which it points: BibTeX's `crossref`, biblatex' `xdata`. */
function inherited({ fields }: ReadEntry, byKey: ReadonlyMap<string, ReadEntry>): BibtexFields | undefined {
  if (fields === undefined) return undefined
  const hasDate = fields.has('date') || fields.has('year')
  const volume = byKey.get((fields.get('crossref') ?? '').toLowerCase())?.fields
  const shared = (fields.get('xdata') ?? '')
    .split(',')
    .map(key => byKey.get(key.trim().toLowerCase())?.fields)
  const ofVolume = hasDate ? [] : [...(volume ?? [])].filter(([name]) => OF_VOLUME.includes(name))
  return new Map([...ofVolume, ...shared.flatMap(other => [...(other ?? [])]), ...fields])
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
    const message = `the key “${excerpt(entry.key)}” is in line ${before.line} as well: both entries are read`
    return [{ where: `line ${entry.line}`, message, dropped: false }]
  })
}

/** One notice on all entries of a kind, at the first: exports have many of them. */
function notice(places: readonly string[], one: string, many: string): Problem[] {
  const [where] = places
  if (where === undefined) return []
  const count = places.length
  return count === 1
    ? [{ where, message: `this entry ${one}`, dropped: false }]
    : [{ where, message: `${count} entries from here on ${many}`, dropped: false, times: count }]
}

function recordIn(read: ReadEntry, byKey: ReadonlyMap<string, ReadEntry>, name: string): BibtexRecord {
  const { entry, problems } = read
  const where = `line ${entry.line}`
  const called = calledOf(entry)
  if (!isPaper(entry)) {
    return { problems: [{ where, message: `${called} is no paper, but @${entry.type}`, dropped: false }] }
  }
  const fields = inherited(read, byKey)
  if (fields === undefined) return { problems }
  const found = bibtexRecord(fields, { type: entry.type, called }, { where, name })
  return { ...found, problems: [...problems, ...found.problems] }
}

function readText(text: string, { name, firstLine }: SourceContext): SourceReading {
  const { entries, problems } = scanBibtex(text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'), firstLine)
  const reader = new BibtexReader()
  const ofStrings: Problem[] = []
  const read: ReadEntry[] = []
  // In order: a string holds from its definition on.
  for (const entry of entries) {
    if (entry.type === 'string') ofStrings.push(...reader.define(entry))
    else read.push({ entry, ...reader.fieldsOf(entry) })
  }
  const keyed = read.filter(({ entry }) => entry.key !== '')
  const byKey = new Map(keyed.map(each => [each.entry.key.toLowerCase(), each]))
  const found = read.map(each => recordIn(each, byKey, name))
  const records = found.flatMap(({ record }) => record ?? [])
  const undated = records.filter(({ paper }) => paper.publishedAt === undefined)
  const cut = found.filter(({ namesAll }) => namesAll === false)
  const all = [
    ...problems,
    ...ofStrings,
    ...found.flatMap(each => each.problems),
    ...repeatedKeys(read.map(({ entry }) => entry)),
    ...repeats(records),
    ...notice(
      undated.map(({ where }) => where),
      'names no date of publication: it stays unknown',
      'name no date of publication: it stays unknown',
    ),
    ...notice(
      cut.flatMap(({ record }) => record?.where ?? []),
      'ends its authors with “others”: who they are stays unknown',
      'end their authors with “others”: who they are stays unknown',
    ),
  ]
  return { records, problems: all.sort((a, b) => lineNumber(a) - lineNumber(b)) }
}

/**
 * A BibTeX file as the arXiv, Google Scholar, DBLP, the ACL Anthology, OpenReview, Semantic Scholar, Zotero, Mendeley, JabRef
 * and the Web of Science export it, or as a person keeps it; biblatex included. A bad entry is reported with its line, and the
 * others are read.
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
