import { XmlElement } from '@rgrove/parse-xml'
import type { AuthorName } from '../papers/authorNames.ts'
import { displayName } from '../papers/displayName.ts'
import type { PaperRecord } from '../papers/paper.ts'
import { excerpt, receivedText } from '../text/receivedText.ts'
import { textIn } from './atomEntry.ts'
import { authorList } from './authorList.ts'
import { familyFirstName, familyParts, nameOf } from './authorName.ts'
import { categoriesAmong } from './categories.ts'
import { codeLinks } from './codeLinks.ts'
import { identified } from './identifiers.ts'
import { recordOf } from './record.ts'
import { rejected, type SourceReading } from './source.ts'
import { partialDateOf } from './writtenDates.ts'
import { childrenOf, isElement } from './xml.ts'

export const OAI = 'http://www.openarchives.org/OAI/2.0/'
const OAI_DC = 'http://www.openarchives.org/OAI/2.0/oai_dc/'
const DC = 'http://purl.org/dc/elements/1.1/'
const ARXIV = 'http://arxiv.org/OAI/arXiv/'
const ARXIV_RAW = 'http://arxiv.org/OAI/arXivRaw/'

type Facts = { [F in Exclude<keyof PaperRecord, 'sources'>]?: PaperRecord[F] | undefined } & {
  title: string
  published: string
  revised: string
}

const textsIn = (element: XmlElement, namespace: string, name: string): string[] =>
  childrenOf(element, namespace, name)
    .map(child => receivedText(child.text))
    .filter(text => text !== '')

const named = (names: (AuthorName | undefined)[]): Pick<PaperRecord, 'authors' | 'authorNames'> => {
  const authorNames = names.filter(name => name !== undefined)
  return { authors: authorNames.map(displayName), authorNames }
}

/** The prefix `arXiv`: names in parts; `created` is the day of the first version. */
function ofArxiv(element: XmlElement): Facts {
  const text = (name: string): string => textIn(element, ARXIV, name)
  const authors = childrenOf(element, ARXIV, 'authors').flatMap(list => childrenOf(list, ARXIV, 'author'))
  return {
    title: text('title'),
    abstract: text('abstract'),
    ...identified([text('id'), ...text('doi').split(' ')]),
    ...named(
      authors.map(author =>
        nameOf({
          ...familyParts(textIn(author, ARXIV, 'keyname')),
          given: textIn(author, ARXIV, 'forenames'),
          suffix: textIn(author, ARXIV, 'suffix'),
        }),
      ),
    ),
    categories: categoriesAmong([text('categories')]).categories,
    published: text('created'),
    revised: text('updated'),
  }
}

/** The prefix `arXivRaw`: all versions with their dates, the authors as one text. */
function ofArxivRaw(element: XmlElement): Facts {
  const text = (name: string): string => textIn(element, ARXIV_RAW, name)
  const versions = childrenOf(element, ARXIV_RAW, 'version')
  const dates = versions.map(version => textIn(version, ARXIV_RAW, 'date'))
  const list = authorList(text('authors'))
  const number = Number(/^v(\d{1,3})$/.exec(versions.at(-1)?.attributes.version ?? '')?.[1] ?? 0)
  return {
    title: text('title'),
    abstract: text('abstract'),
    ...identified([text('id'), ...text('doi').split(' ')]),
    ...(list && {
      authors: list.authors,
      authorNames: list.authorNames,
      ...(list.endsInOthers && { authorsEndInOthers: true as const }),
    }),
    categories: categoriesAmong([text('categories')]).categories,
    ...(number > 0 && { version: number }),
    published: dates[0] ?? '',
    revised: dates.length > 1 ? (dates.at(-1) ?? '') : '',
  }
}

/** The prefix `oai_dc`: Dublin Core, which has no fields of its own for comments and versions. */
function ofDublinCore(element: XmlElement): Facts {
  const texts = (name: string): string[] => textsIn(element, DC, name)
  const [published = '', ...later] = texts('date')
  const isComment = (text: string): boolean => /^Comment:/i.test(text)
  return {
    title: texts('title')[0] ?? '',
    abstract: texts('description').find(text => !isComment(text)) ?? '',
    ...identified(texts('identifier')),
    ...named(texts('creator').map(familyFirstName)),
    // `Computer Science - Machine Learning`: names of categories, not their codes.
    keywords: texts('subject'),
    published,
    revised: later.at(-1) ?? '',
  }
}

function factsIn(record: XmlElement): Facts | undefined {
  const metadata = childrenOf(record, OAI, 'metadata')[0]?.children.find(child => child instanceof XmlElement)
  if (metadata === undefined) return undefined
  if (isElement(metadata, ARXIV, 'arXiv')) return ofArxiv(metadata)
  if (isElement(metadata, ARXIV_RAW, 'arXivRaw')) return ofArxivRaw(metadata)
  return isElement(metadata, OAI_DC, 'dc') ? ofDublinCore(metadata) : undefined
}

/** The identifier of a record that is deleted there, `oai:arXiv.org:2510.10002`; nothing where it is not. */
export function deletedIn(record: XmlElement): string | undefined {
  const [header] = childrenOf(record, OAI, 'header')
  if (header?.attributes.status !== 'deleted') return undefined
  return textIn(header, OAI, 'identifier') || 'one without an identifier'
}

/** Reads one record. */
export function readOaiRecord(record: XmlElement, where: string, name: string): SourceReading {
  const [header] = childrenOf(record, OAI, 'header')
  const identifier = header === undefined ? '' : textIn(header, OAI, 'identifier')
  const facts = factsIn(record)
  if (facts === undefined) {
    return rejected('record left out: its metadata are none of arXiv, arXivRaw and oai_dc', where)
  }
  const { title, abstract, published, revised, codeUrls: _, ...more } = facts
  if (title === '') return rejected(`record left out: ${excerpt(identifier) || 'it'} has no title`, where)
  const arxivId = facts.arxivId ?? identified([identifier]).arxivId
  const publishedAt = partialDateOf(published)
  const revisedAt = partialDateOf(revised)
  const paper = recordOf(
    { name, format: 'oai-pmh' },
    {
      ...more,
      title,
      arxivId,
      abstract: abstract || undefined,
      publishedAt,
      revisedAt:
        revisedAt !== undefined && publishedAt !== undefined && revisedAt > publishedAt
          ? revisedAt
          : undefined,
      codeUrls: codeLinks(abstract ?? ''),
    },
  )
  const problems =
    publishedAt === undefined && published !== ''
      ? [{ where, message: `date left out: “${excerpt(published)}” is not a date`, dropped: true }]
      : []
  return { records: [{ paper, where, enrichesOnly: false }], problems }
}
