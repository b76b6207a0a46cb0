import type { XMLElement } from 'xmlbuilder'
import { citedText } from '#core/cite/citedText.ts'
import { citedAuthors, citedDay } from '#core/cite/lacks.ts'
import { arxivUrl } from '#core/papers/arxiv.ts'
import { FEED_FORMATS, feedPath } from '#core/site/feeds.ts'
import type { PublicSite } from '#core/site/headTags.ts'
import { paths } from '#core/site/paths.ts'
import { instantOf, wholeDay } from '#core/text/instants.ts'
import { entryHtml } from '../pages/entryHtml.ts'
import type { Feed, FeedEntry } from './feeds.ts'
import { xmlDocument, xmlText } from './xml.ts'

/**
 * A feed as Atom 1.0 (RFC 4287). Entries have known authors only; an entry without authors inherits the feed's author.
 */
export function atomFeed(feed: Feed, site: PublicSite): string {
  const address = (path: string): string => site.address + path.slice(1)
  const self = address(feedPath(feed.name, 'atom'))
  const root = xmlDocument('feed', 'http://www.w3.org/2005/Atom')
  root.ele('id').txt(self)
  root.ele('title').txt(citedText(feed.title))
  root.ele('subtitle').txt(citedText(feed.about))
  root.ele('updated').txt(instantOf(feed.day))
  root.ele('author').ele('name').txt(site.name)
  root.ele('link', { rel: 'self', type: FEED_FORMATS.atom.mediaType, href: self })
  root.ele('link', { rel: 'alternate', type: 'text/html', href: address(feed.page) })
  root.ele('icon').txt(address('/icon.svg'))
  for (const entry of feed.entries) addEntry(root.ele('entry'), entry, address)
  return xmlText(root)
}

function addEntry(
  into: XMLElement,
  { paper, day, themes }: FeedEntry,
  address: (path: string) => string,
): void {
  const page = address(paths.paper(paper.id))
  const published = wholeDay(citedDay(paper))
  into.ele('id').txt(page)
  into.ele('title').txt(citedText(paper.title))
  if (published !== undefined) into.ele('published').txt(instantOf(published))
  into.ele('updated').txt(instantOf(day))
  for (const author of citedAuthors(paper)) into.ele('author').ele('name').txt(author)
  into.ele('link', { rel: 'alternate', type: 'text/html', href: page })
  if (paper.arxivId !== undefined) into.ele('link', { rel: 'related', href: arxivUrl(paper.arxivId) })
  for (const { id, label } of themes) into.ele('category', { term: id, scheme: address('/theme/'), label })
  into.ele('content', { type: 'html' }).txt(entryHtml(paper))
}
