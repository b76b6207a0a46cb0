import type { XmlElement } from '@rgrove/parse-xml'
import type { Problem } from '../text/problem.ts'
import { excerpt } from '../text/receivedText.ts'
import { gathered } from './complaints.ts'
import { deletedIn, OAI, readOaiRecord } from './oaiRecord.ts'
import { rejected, type SourceFormat, type SourceReading } from './source.ts'
import { childrenOf, isElement, readXmlSoFar } from './xml.ts'

const VERBS = ['ListRecords', 'GetRecord'] as const

/** The errors that an answer names, as one sentence; nothing where it names none. */
function errorOf(root: XmlElement): string | undefined {
  const errors = childrenOf(root, OAI, 'error').map(
    error => `${error.attributes.code ?? 'error'}: ${excerpt(error.text, 200)}`,
  )
  return errors.length === 0 ? undefined : errors.join('; ')
}

/** Largest number of deleted records named. */
const NAMED = 10

/** Papers that were withdrawn from the archive: a person decides whether they stay in the corpus. */
function noticeOn(deleted: readonly string[]): Problem[] {
  if (deleted.length === 0) return []
  const ids = deleted.slice(0, NAMED).map(id => excerpt(id, 60))
  const more = deleted.length > NAMED ? ' …' : ''
  const message = `records deleted there were passed over, ${deleted.length} in all: ${ids.join(', ')}${more}`
  return [{ where: '', message, dropped: false, times: deleted.length }]
}

/** A notice on the rest of a list that goes on. */
function continuationOf(list: XmlElement): Problem[] {
  const [token] = childrenOf(list, OAI, 'resumptionToken')
  const text = token?.text.trim() ?? ''
  if (text === '') return []
  const size = token?.attributes.completeListSize
  const message = `the list goes on${size ? ` (${excerpt(size, 20)} records in all)` : ''}: ask for the rest with resumptionToken=${excerpt(text)}`
  return [{ where: '', message, dropped: false }]
}

/**
 * Records of OAI-PMH 2.0, the arXiv's way to hand out its metadata (oaipmh.arxiv.org), with the metadata prefixes
 * `arXiv`, `arXivRaw` and `oai_dc`. Deleted records are reported, and so is that a list goes on.
 */
export const oaiPmh: SourceFormat = {
  called: 'OAI-PMH records of the arXiv',

  detect: text => (/<(?:\w+:)?OAI-PMH[\s>]/.test(text.slice(0, 5_000)) ? 0.98 : 0),

  read(text, { name }): SourceReading {
    const xml = readXmlSoFar(text)
    if (!xml.ok) return rejected(xml.message, `line ${xml.line}`)
    const { root, lineOf, flaw } = xml
    const error = errorOf(root)
    if (error !== undefined) return rejected(`holds no records, but an error of OAI-PMH: “${error}”`)
    const list = VERBS.flatMap(verb => childrenOf(root, OAI, verb))[0]
    if (!isElement(root, OAI, 'OAI-PMH') || list === undefined) {
      return rejected('is an answer of OAI-PMH without records: ask with verb=ListRecords or verb=GetRecord')
    }
    const records = childrenOf(list, OAI, 'record')
    const deleted = records.map(deletedIn).filter(id => id !== undefined)
    const present = records.filter(record => deletedIn(record) === undefined)
    const readings = present.map(record => readOaiRecord(record, `line ${lineOf(record)}`, name))
    const problems = [
      ...(flaw ? [flaw] : []),
      ...readings.flatMap(reading => reading.problems),
      ...noticeOn(deleted),
      ...continuationOf(list),
    ]
    if (records.length === 0 && !flaw)
      problems.push({ where: '', message: 'the list of records is empty', dropped: false })
    return { records: readings.flatMap(reading => reading.records), problems: gathered(problems) }
  },
}
