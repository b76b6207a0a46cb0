import type { PaperRecord } from '../papers/paper.ts'
import type { Problem } from '../text/problem.ts'
import { excerpt, receivedText, saysNothing } from '../text/receivedText.ts'
import { bibtexDate } from './bibtexDate.ts'
import type { BibtexFields } from './bibtexFields.ts'
import { arxivIdsIn, categoriesIn, linksIn } from './bibtexLinks.ts'
import { bibtexNames } from './bibtexNames.ts'
import { bibtexKeywords, bibtexText } from './bibtexText.ts'
import { withoutMarkup } from './markup.ts'
import { kindOfBibtex } from './paperKinds.ts'
import { recordOf } from './record.ts'
import { rejected, type SourceRecord } from './source.ts'

/** Types that say nothing of a paper which the arXiv has, but that it is there. */
const ANYTHING = new Set(['misc', 'online', 'electronic', 'www', 'webpage', 'unpublished'])
/** Google Scholar and DBLP make an article of it. */
const ARXIV_AS_JOURNAL = /^(?:arxiv(?: (?:preprint|e-?prints?))?(?: arxiv)?(?::\S+)?(?: \[.*\])?|corr)$/i

function kindOf(type: string, fields: BibtexFields, isOnArxiv: boolean): PaperRecord['kind'] {
  const journal = bibtexText(fields.get('journal') ?? fields.get('journaltitle') ?? '')
  if (isOnArxiv && (ANYTHING.has(type) || ARXIV_AS_JOURNAL.test(journal))) return 'preprint'
  return kindOfBibtex(type)
}

export interface BibtexRecord {
  record?: SourceRecord
  problems: Problem[]
  /** False where the list of authors ends in `others`. */
  namesAll?: boolean
}

/** Makes the record of one entry, or says why it is none. */
export function bibtexRecord(
  fields: BibtexFields,
  { type, called }: { type: string; called: string },
  { where, name }: { where: string; name: string },
): BibtexRecord {
  const title = bibtexText(fields.get('title') ?? '')
  if (title === '') return rejected(`entry left out: ${called} has no title`, where)
  const said = (name: string): string => {
    const value = fields.get(name) ?? ''
    return saysNothing(value.replace(/[{}]/g, '')) ? '' : value
  }
  const [arxivId, ...otherIds] = arxivIdsIn(fields)
  const { names, divided, isWhole, unreadable } = bibtexNames(said('author'))
  const { unsafe, ...links } = linksIn(fields)
  const { date, flaw } = bibtexDate(fields)
  const paper = recordOf(
    { name, format: 'bibtex' },
    {
      title,
      arxivId,
      abstract: receivedText(withoutMarkup(bibtexText(said('abstract')))) || undefined,
      kind: kindOf(type, fields, arxivId !== undefined),
      authors: names,
      authorsEndInOthers: isWhole ? undefined : true,
      authorNames: divided,
      publishedAt: date,
      ...links,
      keywords: bibtexKeywords(fields.get('keywords') ?? fields.get('keyword') ?? ''),
      categories: categoriesIn(fields),
    },
  )
  const lost = (message: string): Problem => ({ where, message, dropped: true })
  return {
    record: { paper, where, enrichesOnly: false },
    namesAll: isWhole,
    problems: [
      ...otherIds.map(id => lost(`${called} names two arXiv ids: ${arxivId} is kept, not ${id}`)),
      ...unreadable.map(person => lost(`left out of the authors: “${excerpt(person)}” is no name`)),
      ...(flaw === undefined ? [] : [lost(`part of the date left out: there is no “${excerpt(flaw)}”`)]),
      ...unsafe.map(address => lost(`left out: “${excerpt(address)}” is not an http or https address`)),
    ],
  }
}
