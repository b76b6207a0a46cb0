import type { Problem } from '../text/problem.ts'
import { gathered } from './complaints.ts'
import { readRisRecord } from './risRecord.ts'
import { rejected, type SourceFormat, type SourceReading } from './source.ts'
import { type Dialect, taggedRecords } from './taggedText.ts'

const HEAD = 20_000

/** RIS, MEDLINE (PubMed's `.nbib`) and the tagged text of Web of Science. */
const DIALECTS: readonly (Dialect & { begins: RegExp })[] = [
  {
    called: 'RIS',
    begins: /^\ufeff?TY {0,2}- /m,
    line: /^\s{0,2}([A-Z][A-Z0-9]) {0,2}-(?:\s(.*))?$/,
    start: 'TY',
    end: 'ER',
    listed: [],
  },
  {
    called: 'MEDLINE',
    begins: /^\ufeff?PMID- \d/m,
    line: /^([A-Z]{2,4}) {0,2}- (.*)$/,
    start: 'PMID',
    listed: [],
  },
  {
    called: 'the tagged text of Web of Science',
    begins: /^\ufeff?(?:FN (?:Clarivate|Thomson|ISI)|PT [A-Z]\r?\nAU )/m,
    line: /^([A-Z][A-Z0-9])(?: (.*))?$/,
    start: 'PT',
    end: 'ER',
    listed: ['AU', 'AF', 'CA'],
  },
]

const dialectOf = (text: string) => DIALECTS.find(({ begins }) => begins.test(text.slice(0, HEAD)))

/** Lines of Web of Science around its records. */
const AROUND = /^(?:\ufeff?FN |VR |EF\s*$)/

/**
 * RIS as this site, Zotero, EndNote, Mendeley, Scopus and publishers write it; PubMed's and Web of Science's own tagged
 * texts, which are relatives of it. Fields that say nothing about what is kept are passed over.
 */
export const ris: SourceFormat = {
  called: 'RIS (also of PubMed and Web of Science)',

  detect: text => (dialectOf(text) ? 0.92 : 0),

  read(text, { name }): SourceReading {
    const dialect = dialectOf(text) ?? DIALECTS[0]
    if (dialect === undefined) return rejected('is no RIS')
    const { records, stray } = taggedRecords(text, dialect)
    if (records.length === 0) return rejected(`is ${dialect.called}, but holds no record`)
    const readings = records.map(record => readRisRecord(record, name))
    const problems: Problem[] = readings.flatMap(reading => reading.problems)
    for (const { line, isEnded } of records) {
      if (isEnded) continue
      const message = `the record has no end (${dialect.end}): its last lines may be missing`
      problems.push({ where: `line ${line}`, message, dropped: true })
    }
    const lines = text.split(/\r\n?|\n/)
    for (const line of stray) {
      if (AROUND.test(lines[line - 1] ?? '')) continue
      problems.push({
        where: `line ${line}`,
        message: 'the line is in no record and was passed over',
        dropped: false,
      })
    }
    return { records: readings.flatMap(reading => reading.records), problems: gathered(problems) }
  },
}
