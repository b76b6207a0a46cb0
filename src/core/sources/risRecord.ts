import type { AuthorName } from '../papers/authorNames.ts'
import { displayName } from '../papers/displayName.ts'
import type { Problem } from '../text/problem.ts'
import { excerpt, receivedText, saysNothing } from '../text/receivedText.ts'
import { familyFirstName } from './authorName.ts'
import { codeLinks } from './codeLinks.ts'
import { arxivIdIn, identified } from './identifiers.ts'
import { withoutMarkup } from './markup.ts'
import { withoutOthers } from './otherAuthors.ts'
import { kindOfRis } from './paperKinds.ts'
import { recordOf } from './record.ts'
import { rejected, type SourceReading } from './source.ts'
import type { TaggedRecord } from './taggedText.ts'
import { closestDateOf } from './writtenDates.ts'

const isTitle = (tag: string): boolean => /^(?:TI|T1|CT|BT)$/.test(tag)

/** The values of the first of these tags that has any. */
const valuesOf = ({ values }: TaggedRecord, ...tags: string[]): string[] => {
  for (const tag of tags) {
    const found = (values.get(tag) ?? [])
      .map(receivedText)
      .filter(value => value !== '' && (isTitle(tag) || !saysNothing(value)))
    if (found.length > 0) return found
  }
  return []
}

const allOf = (record: TaggedRecord, ...tags: string[]): string[] =>
  tags.flatMap(tag => valuesOf(record, tag))

/**
 * A date names its year, or stands beside it: `PY  - 2025` with `DA  - Oct 1`, `PD OCT 1` of Web of Science. `flaw` is what is
 * written where a part of it is impossible.
 */
function dateOf(record: TaggedRecord): { date?: string; flaw?: string } {
  const years = valuesOf(record, 'PY', 'Y1', 'DP', 'DEP', 'YR')
  const days = [...valuesOf(record, 'DA', 'PD', 'Y1'), ...valuesOf(record, 'DEP')]
  const ofYear = /^\d{4}(?!\d)/.exec(years[0] ?? '')?.[0]
  const found = [...days, ...years].map(written => {
    // `2025/10//` and `2025///` say no day.
    const text = written.slice(0, 100).replace(/\/{1,3}$/, '')
    const both = [text, ...(ofYear === undefined ? [] : [`${ofYear} ${text}`])].map(closestDateOf)
    return { written, ...(both.find(({ isWhole }) => isWhole) ?? both.find(({ date }) => date) ?? both[0]) }
  })
  // A date of another year than the one that is named is one of something else, such as of the export.
  const own = found.filter(
    ({ date }) => ofYear === undefined || date === undefined || date.startsWith(ofYear),
  )
  const date = own.flatMap(each => each.date ?? []).sort((a, b) => b.length - a.length)[0] ?? ofYear
  const flaw = own.find(({ isWhole }) => isWhole === false)?.written
  // A day that is known elsewhere makes up for it.
  return { ...(date !== undefined && { date }), ...(flaw !== undefined && date?.length !== 10 && { flaw }) }
}

function nameOf(text: string): AuthorName | string | undefined {
  const name = receivedText(withoutMarkup(text))
  if (name === '') return undefined
  return name.includes(',') ? familyFirstName(name) : name
}

/** `arXiv preprint arXiv:2510.10001`, `arXiv:2510.10001 [cs]`: an id within a text that says more. */
const ARXIV_WITHIN = /\barxiv[:. ] ?([a-z-]{2,10}(?:\.[a-z]{2})?\/\d{7}|\d{4}\.\d{4,5})/i

function identifiersOf(record: TaggedRecord): string[] {
  const own = allOf(record, 'AN', 'DO', 'DI', 'UR', 'LK', 'L1', 'L2', 'L3', 'M3', 'LID', 'AID', 'ID')
  const within = allOf(record, 'M1', 'N1', 'T2', 'JO', 'JF', 'JA', 'SO', 'VL', 'IS', 'C1', 'AR', 'PB')
    .map(text => ARXIV_WITHIN.exec(text)?.[1])
    .filter(id => id !== undefined && arxivIdIn(id) !== undefined)
  const parted = own.flatMap(text => text.split(/;? (?=https?:)|;(?=https?:)/))
  return [...parted.map(text => text.replace(/ \[(?:doi|pii)\]$/i, '')), ...(within as string[])]
}

/** Reads one tagged record. Records without a title are left out. */
export function readRisRecord(record: TaggedRecord, name: string): SourceReading {
  const where = `line ${record.line}`
  const named = receivedText(withoutMarkup(valuesOf(record, 'TI', 'T1', 'CT', 'BT')[0] ?? ''))
  // PubMed ends titles with a full stop.
  const title = record.values.has('PMID') ? named.replace(/(?<!\.)\.$/, '') : named
  if (title === '') return rejected('record left out: no title (TI or T1)', where)
  const { date, flaw } = dateOf(record)
  const problems: Problem[] = []
  if (flaw !== undefined) {
    const quoted = `“${excerpt(flaw)}”`
    const message =
      date === undefined
        ? `date left out: ${quoted} is not a date`
        : `part of the date left out: there is no ${quoted}`
    problems.push({ where, message, dropped: true })
  }
  const abstract = receivedText(withoutMarkup(valuesOf(record, 'AB', 'N2').join(' ')))
  const { items: names, endsInOthers } = withoutOthers(valuesOf(record, 'FAU', 'AF', 'AU', 'A1'))
  const persons = names.map(nameOf).filter(name => name !== undefined)
  const groups = allOf(record, 'CN', 'CA').map((literal): AuthorName => ({ literal }))
  const authors = [...persons, ...groups]
  const { arxivId, dois, paperUrls, codeUrls } = identified(identifiersOf(record))
  const [kind] = allOf(record, 'TY', 'PT').flatMap(type => kindOfRis(type) ?? [])
  const keywords = allOf(record, 'KW', 'DE', 'OT').flatMap(text => text.split(';'))
  const paper = recordOf(
    { name, format: 'ris' },
    {
      title,
      abstract: abstract || undefined,
      arxivId,
      dois,
      authors: authors.map(author => (typeof author === 'string' ? author : displayName(author))),
      authorNames: authors.filter(author => typeof author !== 'string'),
      authorsEndInOthers: endsInOthers || undefined,
      kind,
      ...(date !== undefined && { publishedAt: date }),
      paperUrls,
      codeUrls: [...new Set([...codeUrls, ...codeLinks(abstract)])],
      keywords: [...new Set(keywords.map(word => receivedText(withoutMarkup(word))))].filter(
        word => word !== '',
      ),
    },
  )
  return { records: [{ paper, where, enrichesOnly: false }], problems }
}
