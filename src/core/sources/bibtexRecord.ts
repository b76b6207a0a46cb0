import { arxivIdOf, isArxivId } from '../arxiv.ts'
import { WebUrl } from '../paper.ts'
import type { BibtexFields } from './bibtexFields.ts'
import { bibtexAddress, bibtexKeywords, bibtexNames, bibtexText } from './bibtexText.ts'
import { isDay } from './captureDay.ts'
import { codeLinks } from './codeLinks.ts'
import { excerpt } from './receivedText.ts'
import { recordOf } from './record.ts'
import { type Problem, refused, type SourceRecord } from './source.ts'
import { dayOf } from './timestamp.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Hosts that keep the paper itself or list it: a link there leads to no project. */
const PAPER_HOSTS =
  /^https?:\/\/(?:[\w-]+\.)*(?:arxiv\.org|doi\.org|aclanthology\.org|aclweb\.org|openreview\.net|semanticscholar\.org|dblp\.org|uni-trier\.de|acm\.org|ieee\.org|springer\.com|sciencedirect\.com|nature\.com|mlr\.press|neurips\.cc|nips\.cc|thecvf\.com|jmlr\.org|aaai\.org|usenix\.org|isca-archive\.org|huggingface\.co\/papers|hal\.science|ssrn\.com|scholar\.google\.com|zotero\.org)(?:[/:?#]|$)/i

/** An id where a field is known to hold one, in any of the forms of exports. */
function arxivIdsIn(fields: BibtexFields): string[] {
  const text = (name: string): string => bibtexAddress(fields.get(name) ?? '')
  const archive = text('archiveprefix') || text('eprinttype')
  const eprint = /^(?:arxiv)?$/i.test(archive) ? text('eprint') : ''
  // Before 2007 ids were numbers within an archive.
  const old = `${text('primaryclass').replace(/\.[A-Z]{2}$/, '')}/${eprint}`
  const named = (name: string): string => /\barxiv:\s?(\S{1,30})/i.exec(text(name))?.[1] ?? ''
  const found = [
    isArxivId(old) ? old : arxivIdOf(eprint),
    arxivIdOf(text('volume').replace(/^abs\//i, '')),
    arxivIdOf(text('doi').replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/)?10\.48550\/arxiv\./i, 'arxiv:')),
    ...['url', 'journal', 'journaltitle', 'howpublished', 'note'].map(
      name => arxivIdOf(text(name)) ?? arxivIdOf(named(name)),
    ),
    // Of another archive, unless it says otherwise.
    arxivIdOf(named('eprint')),
  ]
  return [...new Set(found.filter(id => id !== undefined))]
}

/** A whole day only: BibTeX says the year, often the month, seldom more, and no day is made up. */
function dayIn(fields: BibtexFields): { day?: string; flaw?: string } {
  const text = (name: string): string => (fields.get(name) ?? '').trim()
  const day = dayOf(text('date'))
  if (day !== undefined) return { day }
  const [, name = '', within = ''] = /^([a-z]+|\d{1,2})\.?(?:[~ ]+(\d{1,2}))?$/i.exec(text('month')) ?? []
  const month = Number(name) || MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1
  const dayOfMonth = text('day') || within
  const whole = [text('year'), String(month).padStart(2, '0'), dayOfMonth.padStart(2, '0')].join('-')
  if (isDay(whole)) return { day: whole }
  return dayOfMonth === '' ? {} : { flaw: [text('year'), text('month'), text('day')].join(' ').trim() }
}

/** Links to code wherever an export puts them; any other address is a project's, unless it leads to the paper. */
function linksIn(fields: BibtexFields): { codeUrls: string[]; projectUrls: string[]; unsafe: string[] } {
  const addresses = ['url', 'howpublished']
    .map(name => bibtexAddress(fields.get(name) ?? ''))
    .filter(address => /^[a-z][a-z\d+.-]*:\S+$/i.test(address))
  const texts = ['url', 'howpublished', 'note', 'abstract'].map(name => bibtexAddress(fields.get(name) ?? ''))
  const safe = addresses.filter(address => WebUrl.safeParse(address).success)
  return {
    codeUrls: codeLinks(texts.join(' ')),
    projectUrls: safe.filter(address => codeLinks(address).length === 0 && !PAPER_HOSTS.test(address)),
    unsafe: addresses.filter(address => !safe.includes(address)),
  }
}

/** Makes the record of one entry, or says why it is none. */
export function bibtexRecord(
  fields: BibtexFields,
  called: string,
  { where, name }: { where: string; name: string },
): { record?: SourceRecord; problems: Problem[] } {
  const title = bibtexText(fields.get('title') ?? '')
  if (title === '') return refused(`entry left out: ${called} has no title`, where)
  const [arxivId, ...otherIds] = arxivIdsIn(fields)
  const { names, unreadable } = bibtexNames(fields.get('author') ?? '')
  const { unsafe, ...links } = linksIn(fields)
  const { day, flaw } = dayIn(fields)
  const category = (fields.get('primaryclass') ?? '').trim()
  const paper = recordOf(
    { name, format: 'bibtex' },
    {
      title,
      arxivId,
      abstract: bibtexText(fields.get('abstract') ?? '') || undefined,
      authors: names,
      publishedAt: day,
      ...links,
      keywords: bibtexKeywords(fields.get('keywords') ?? ''),
      categories: category === '' ? [] : [category],
    },
  )
  const lost = (why: string): Problem => ({ where, why, lost: true })
  return {
    record: { paper, where, enrichesOnly: false },
    problems: [
      ...otherIds.map(id => lost(`${called} names two arXiv ids: ${arxivId} is kept, not ${id}`)),
      ...unreadable.map(person => lost(`left out of the authors: “${excerpt(person)}” is no name`)),
      ...(flaw === undefined ? [] : [lost(`date left out: “${excerpt(flaw)}” is none`)]),
      ...unsafe.map(address => lost(`left out: “${excerpt(address)}” is not an http or https address`)),
    ],
  }
}
