import type { XmlElement } from '@rgrove/parse-xml'
import { arxivIdOf } from '../papers/arxiv.ts'
import type { PaperRecord } from '../papers/paper.ts'
import type { Problem } from '../text/problem.ts'
import { excerpt, receivedText } from '../text/receivedText.ts'
import { categoriesAmong } from './categories.ts'
import { codeLinks } from './codeLinks.ts'
import { identified } from './identifiers.ts'
import { recordOf } from './record.ts'
import { rejected, type SourceReading } from './source.ts'
import { dayOfTimestamp } from './timestamp.ts'
import { childrenOf } from './xml.ts'

export const ATOM = 'http://www.w3.org/2005/Atom'
const ARXIV = 'http://arxiv.org/schemas/atom'

/** The text of the first child of this name, markup in it left out; empty where there is none. */
export const textIn = (element: XmlElement, namespace: string, name: string): string =>
  receivedText(childrenOf(element, namespace, name)[0]?.text ?? '')

/** Authors without a name are counted, as nothing else is known of them. */
function authorsOf(entry: XmlElement): Pick<PaperRecord, 'authors' | 'authorCount'> {
  const all = childrenOf(entry, ATOM, 'author').map(author => textIn(author, ATOM, 'name'))
  const authors = all.filter(name => name !== '')
  return all.length > authors.length ? { authors, authorCount: all.length } : { authors }
}

/** The primary category may stand among the others or apart from them. Classes of the MSC and the ACM are none. */
function categoriesOf(entry: XmlElement): string[] {
  const elements = [...childrenOf(entry, ARXIV, 'primary_category'), ...childrenOf(entry, ATOM, 'category')]
  const terms = elements.map(({ attributes }) => receivedText(attributes.term ?? ''))
  return categoriesAmong(terms).categories
}

/** The version that an id ends with, and the day of it where it is later than that of the first. */
function revisionOf(id: string, publishedAt: string | undefined, updated: string | undefined) {
  const version = Number(/v(\d{1,3})$/.exec(id)?.[1] ?? 0)
  const isLater = publishedAt !== undefined && updated !== undefined && updated > publishedAt
  return { ...(version > 0 && { version }), ...(isLater && { revisedAt: updated }) }
}

/** Facts about an entry from outside it. */
interface OfAnswer {
  /** The file's name. */
  name: string
  /** The day on which the API answered, `yyyy-mm-dd`. */
  day: string | undefined
  /** Its place among all results of the query, from 1. */
  position: number
}

/**
 * Reads one entry of the arXiv's feed: listed on the day of the answer. An error that the API reports comes as an entry,
 * too.
 */
export function readAtomEntry(
  entry: XmlElement,
  where: string,
  { name, day, position }: OfAnswer,
): SourceReading {
  const title = textIn(entry, ATOM, 'title')
  const summary = textIn(entry, ATOM, 'summary')
  const id = textIn(entry, ATOM, 'id')
  const arxivId = arxivIdOf(id)
  if (arxivId === undefined) {
    if (title === 'Error')
      return rejected(`the arXiv answers with an error: “${excerpt(summary, 300)}”`, where)
    const message = id === '' ? 'no id' : `“${excerpt(id)}” is no arXiv id`
    return rejected(`entry left out: ${message}`, where)
  }
  if (title === '') return rejected(`entry left out: ${arxivId} has no title`, where)
  const published = textIn(entry, ATOM, 'published')
  const publishedAt = dayOfTimestamp(published)
  const problems: Problem[] = []
  if (publishedAt === undefined && published !== '') {
    problems.push({ where, message: `date left out: “${excerpt(published)}” is not a date`, dropped: true })
  }
  const paper = recordOf(
    { name, format: 'arxiv' },
    {
      title,
      arxivId,
      abstract: summary || undefined,
      ...authorsOf(entry),
      publishedAt,
      ...revisionOf(id, publishedAt, dayOfTimestamp(textIn(entry, ATOM, 'updated'))),
      listedOn: day === undefined ? [] : [day],
      positions: day === undefined ? undefined : { [day]: position },
      dois: identified(textIn(entry, ARXIV, 'doi').split(' ')).dois,
      codeUrls: codeLinks(`${summary} ${textIn(entry, ARXIV, 'comment')}`),
      categories: categoriesOf(entry),
    },
  )
  return { records: [{ paper, where, enrichesOnly: false }], problems }
}
