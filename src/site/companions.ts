import { citationOf } from '#core/cite/citation.ts'
import { CITATION_FORMATS, SIDECAR_FORMATS } from '#core/cite/formats.ts'
import { FEED_FORMAT_NAMES, type FeedFormat, feedPath } from '#core/feeds.ts'
import { filePaths } from '#core/filePaths.ts'
import type { CorpusPaper } from '#core/manifest.ts'
import { atomFeed } from './atom.ts'
import { digestCalendar } from './calendar.ts'
import { type Feed, feedsOf } from './feeds.ts'
import { jsonFeed } from './jsonFeed.ts'
import type { OpenCorpus } from './openFiles.ts'
import { openSearch } from './openSearch.ts'
import { type SitemapPage, sitemapFiles } from './sitemap.ts'

const FEED_WRITERS: Record<FeedFormat, (feed: Feed, site: string) => string> = {
  atom: atomFeed,
  json: jsonFeed,
}

interface Options {
  /** The papers that have a page of their own. */
  papers: readonly CorpusPaper[]
  /** All pages, for the sitemap. */
  pages: readonly SitemapPage[]
  /** Address of the front page, absolute, with a slash at the end. */
  site: string
  /** Whether that is where the site will be, and not only where it is tried. */
  isPublic: boolean
}

/**
 * The files beside the pages, for those who do not read with a browser: citations of each paper, feeds, calendar, what
 * crawlers and address bars ask for. By path below the base of the site.
 */
export async function* companions(
  corpus: OpenCorpus,
  { papers, pages, site, isPublic }: Options,
): AsyncGenerator<[path: string, content: string]> {
  for (const paper of papers) {
    for (const format of SIDECAR_FORMATS)
      yield [filePaths.sidecar(paper.id, CITATION_FORMATS[format].extension), citationOf(paper, format)]
  }
  for await (const feed of feedsOf(corpus, papers)) {
    for (const format of FEED_FORMAT_NAMES)
      yield [feedPath(feed.name, format), FEED_WRITERS[format](feed, site)]
  }
  yield [filePaths.calendar(), digestCalendar((await corpus.engine.digests()).days, site)]
  yield [filePaths.openSearch(), openSearch(site)]
  yield* sitemapFiles(pages, site)
  yield [filePaths.robots(), robots(isPublic ? site + filePaths.sitemap().slice(1) : undefined)]
}

const robots = (sitemap: string | undefined): string =>
  `User-agent: *\nAllow: /\n${sitemap === undefined ? '' : `\nSitemap: ${sitemap}\n`}`
