import type { XmlElement } from '@rgrove/parse-xml'
import { arxivIdOf } from '../papers/arxiv.ts'
import { excerpt } from '../text/receivedText.ts'
import { ATOM, readAtomEntry, textIn } from './atomEntry.ts'
import { rejected, type SourceContext, type SourceFormat, type SourceReading } from './source.ts'
import { childrenOf, isElement, readXml, readXmlSoFar } from './xml.ts'

const OPENSEARCH = 'http://a9.com/-/spec/opensearch/1.1/'
/** Ids of the API's feeds, its papers and its errors. Its RSS service has another host. */
const ARXIV_ADDRESS = /^https?:\/\/(?:export\.)?arxiv\.org\//i

/** A number that the feed says of its results; 0 where it says none. */
const numberIn = (feed: XmlElement, name: string): number => Number(textIn(feed, OPENSEARCH, name)) || 0

/** How many papers should be on this page of results, as far as the feed says. */
function announced(feed: XmlElement): number {
  const [total = 0, start = 0, perPage = 0] = ['totalResults', 'startIndex', 'itemsPerPage'].map(name =>
    numberIn(feed, name),
  )
  return Math.max(0, Math.min(total - start, perPage)) || 0
}

const isArxivs = (feed: XmlElement, entries: readonly XmlElement[]): boolean =>
  [feed, ...entries].some(element => ARXIV_ADDRESS.test(textIn(element, ATOM, 'id')))

function readFeed(
  feed: XmlElement,
  { name, day }: SourceContext,
  lineOf: (element: XmlElement) => number,
): SourceReading {
  const entries = childrenOf(feed, ATOM, 'entry')
  if (!isArxivs(feed, entries)) {
    const title = excerpt(textIn(feed, ATOM, 'title')) || 'without a title'
    return rejected(`is an Atom feed (${title}), but not one of the arXiv API`)
  }
  if (entries.length === 0 && announced(feed) > 0) {
    return rejected(
      `announces papers (${announced(feed)}), but holds none: the arXiv may give them if asked again`,
    )
  }
  const said = numberIn(feed, 'startIndex')
  const start = Number.isInteger(said) && said > 0 && said < 1_000_000_000 ? said : 0
  const readings = entries.map((entry, index) =>
    readAtomEntry(entry, `line ${lineOf(entry)}`, { name, day, position: start + index + 1 }),
  )
  return {
    records: readings.flatMap(({ records }) => records),
    problems: readings.flatMap(({ problems }) => problems),
  }
}

/** Which page of how many results a feed is; all 0 where it is none. */
export function resultsOf(text: string): { entries: number; start: number; total: number } {
  const xml = readXml(text)
  if (!xml.ok) return { entries: 0, start: 0, total: 0 }
  return {
    entries: childrenOf(xml.root, ATOM, 'entry').length,
    start: numberIn(xml.root, 'startIndex'),
    total: numberIn(xml.root, 'totalResults'),
  }
}

/** The ids in an answer to a list of ids. */
interface IdResults {
  /** Of the papers in it. */
  ids: string[]
  /** Whether it holds as many papers as it says that there are. */
  isWhole: boolean
  /** The arXiv's message about a fault of the list. */
  error?: string
}

/** The ids that an answer holds, and whether those that it lacks do not exist: a cut or paged answer tells nothing of them. */
export function idResultsOf(text: string): IdResults {
  const xml = readXml(text)
  if (!xml.ok) return { ids: [], isWhole: false }
  const entries = childrenOf(xml.root, ATOM, 'entry').map(entry => ({
    id: arxivIdOf(textIn(entry, ATOM, 'id')),
    title: textIn(entry, ATOM, 'title'),
    summary: textIn(entry, ATOM, 'summary'),
  }))
  const ids = entries.flatMap(({ id, title }) => (id === undefined || title === '' ? [] : [id]))
  const error = entries.find(({ id, title }) => id === undefined && title === 'Error')
  const isSaid = textIn(xml.root, OPENSEARCH, 'totalResults') !== ''
  const isWhole = isSaid && numberIn(xml.root, 'totalResults') === ids.length && ids.length === entries.length
  return { ids, isWhole, ...(error && { error: excerpt(error.summary, 300) }) }
}

/**
 * An answer of the arXiv API, an Atom feed. It may be empty: a query that finds nothing is no problem. Where the day of
 * the answer is known, it is a digest of that day. Markup within titles and summaries is text.
 */
export const atom: SourceFormat = {
  called: 'an Atom feed of the arXiv API',

  detect(text) {
    const start = text
      .replace(/^\ufeff/, '')
      .trimStart()
      .slice(0, 200)
    if (/^<(?:\?xml\s|(?:[\w-]+:)?feed[\s>])/.test(start)) return 0.95
    // Any other XML: read() says what is wrong with it.
    return /^<(?:!doctype\b|[a-z!?][^<>]*>\s*<)/i.test(start) ? 0.2 : 0
  },

  read(text, context) {
    const xml = readXmlSoFar(text)
    if (!xml.ok) return rejected(xml.message, `line ${xml.line}`)
    if (isElement(xml.root, ATOM, 'feed')) {
      const { records, problems } = readFeed(xml.root, context, xml.lineOf)
      return { records, problems: xml.flaw ? [xml.flaw, ...problems] : problems }
    }
    const namespace = xml.root.attributes.xmlns
    const where = namespace === undefined ? '' : ` of ${excerpt(namespace)}`
    return rejected(`is XML, but no Atom feed: the outermost element is <${excerpt(xml.root.name)}>${where}`)
  },
}
