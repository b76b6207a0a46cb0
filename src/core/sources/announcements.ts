import type { XmlElement } from '@rgrove/parse-xml'
import type { Problem } from '../text/problem.ts'
import { excerpt } from '../text/receivedText.ts'
import { readAnnouncement } from './announcement.ts'
import { ATOM, textIn } from './atomEntry.ts'
import { rejected, type SourceFormat, type SourceReading } from './source.ts'
import { partialDateOf } from './writtenDates.ts'
import { childrenOf, isElement, readXmlSoFar } from './xml.ts'

/** RSS 2.0 has no namespace; RSS 1.0, as the arXiv wrote it until 2024, has one. */
const RSS_1 = 'http://purl.org/rss/1.0/'
const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
const ARXIV_FEED = /arxiv\.org/i

interface Feed {
  title: string
  entries: XmlElement[]
  /** The day of the announcement, `yyyy-mm-dd`. */
  day: string | undefined
  isArxivs: boolean
}

const dayAt = (...texts: string[]): string | undefined =>
  texts.map(partialDateOf).find(date => date !== undefined && date.length === 10)

function feedOf(root: XmlElement): Feed | undefined {
  if (isElement(root, ATOM, 'feed')) {
    return {
      title: textIn(root, ATOM, 'title'),
      entries: childrenOf(root, ATOM, 'entry'),
      day: dayAt(textIn(root, ATOM, 'updated')),
      isArxivs: ARXIV_FEED.test(textIn(root, ATOM, 'id') + textIn(root, ATOM, 'title')),
    }
  }
  const [channel] = root.name === 'rss' ? childrenOf(root, '', 'channel') : childrenOf(root, RSS_1, 'channel')
  if (!channel || !(root.name === 'rss' || isElement(root, RDF, 'RDF'))) return undefined
  const space = root.name === 'rss' ? '' : RSS_1
  const DC = 'http://purl.org/dc/elements/1.1/'
  return {
    title: textIn(channel, space, 'title'),
    entries: root.name === 'rss' ? childrenOf(channel, '', 'item') : childrenOf(root, RSS_1, 'item'),
    day: dayAt(
      textIn(channel, '', 'pubDate'),
      textIn(channel, '', 'lastBuildDate'),
      textIn(channel, DC, 'date'),
    ),
    isArxivs: ARXIV_FEED.test(textIn(channel, space, 'link') + textIn(channel, space, 'title')),
  }
}

/**
 * The arXiv's announcement of a day, as the Atom and RSS feeds of rss.arxiv.org give it. Its papers were listed on that
 * day, and not published on it. Announcements of new versions (`replace`) are no new papers: they tell known ones their
 * version.
 */
export const announcements: SourceFormat = {
  called: 'an announcement feed of the arXiv (rss.arxiv.org)',

  detect(text) {
    const start = text.slice(0, 20_000)
    if (/<(?:rss|rdf:RDF)[\s>]/i.test(start)) return 0.97
    return /rss\.arxiv\.org|announce_type|Announce Type:/.test(start) && /<(?:\w+:)?feed[\s>]/.test(start)
      ? 0.97
      : 0
  },

  read(text, { name, day }): SourceReading {
    const xml = readXmlSoFar(text)
    if (!xml.ok) return rejected(xml.message, `line ${xml.line}`)
    const feed = feedOf(xml.root)
    if (feed === undefined || !feed.isArxivs) {
      const title = excerpt(feed?.title ?? '') || 'without a title'
      return rejected(
        `is a feed (${title}), but none of the arXiv: what is read is rss.arxiv.org and the arXiv API`,
      )
    }
    const { entries } = feed
    const listed = day ?? feed.day
    const readings = entries.map((entry, index) =>
      readAnnouncement(entry, `line ${xml.lineOf(entry)}`, { name, listed, position: index + 1 }),
    )
    const problems: Problem[] = readings.flatMap(reading => reading.problems)
    if (xml.flaw) problems.unshift(xml.flaw)
    if (entries.length === 0 && !xml.flaw) {
      problems.push({
        where: '',
        message: 'announces no papers: the arXiv announces none on weekends and holidays',
        dropped: false,
      })
    }
    if (listed === undefined && entries.length > 0) {
      const message = 'nothing says on which day these papers were announced: name it with --date'
      problems.push({ where: '', message, dropped: false })
    }
    return { records: readings.flatMap(reading => reading.records), problems }
  },
}
