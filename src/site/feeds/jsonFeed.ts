import { citedText } from '#core/cite/citedText.ts'
import { citedAuthors, citedDay } from '#core/cite/lacks.ts'
import { arxivUrl } from '#core/papers/arxiv.ts'
import { feedPath } from '#core/site/feeds.ts'
import type { PublicSite } from '#core/site/headTags.ts'
import { paths } from '#core/site/paths.ts'
import { instantOf, wholeDay } from '#core/text/instants.ts'
import { entryHtml } from '../pages/entryHtml.ts'
import type { Feed, FeedEntry } from './feeds.ts'

/**
 * A feed as JSON Feed 1.1, with the same content as `atomFeed`.
 */
export function jsonFeed(feed: Feed, site: PublicSite): string {
  const address = (path: string): string => site.address + path.slice(1)
  const written = {
    version: 'https://jsonfeed.org/version/1.1',
    title: citedText(feed.title),
    description: citedText(feed.about),
    home_page_url: address(feed.page),
    feed_url: address(feedPath(feed.name, 'json')),
    authors: [{ name: site.name }],
    language: 'en',
    items: feed.entries.map(entry => itemOf(entry, address)),
  }
  return `${JSON.stringify(written, null, 1)}\n`
}

function itemOf({ paper, day, themes }: FeedEntry, address: (path: string) => string): object {
  const page = address(paths.paper(paper.id))
  const authors = citedAuthors(paper)
  const published = wholeDay(citedDay(paper))
  return {
    id: page,
    url: page,
    ...(paper.arxivId !== undefined && { external_url: arxivUrl(paper.arxivId) }),
    title: citedText(paper.title),
    ...(authors.length > 0 && { authors: authors.map(name => ({ name })) }),
    ...(published !== undefined && { date_published: instantOf(published) }),
    date_modified: instantOf(day),
    ...(themes.length > 0 && { tags: themes.map(({ label }) => label) }),
    content_html: entryHtml(paper),
  }
}
