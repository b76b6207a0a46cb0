import { citationOf } from '#core/cite/citation.ts'
import { CITATION_FORMATS, SIDECAR_FORMATS } from '#core/cite/formats.ts'
import type { CorpusPaper } from '#core/papers/manifest.ts'
import { FEED_FORMAT_NAMES, type FeedFormat, feedPath } from '#core/site/feeds.ts'
import { filePaths } from '#core/site/filePaths.ts'
import type { PublicSite } from '#core/site/headTags.ts'
import type { PlannedFiles, Stage } from '../build/plan.ts'
import { fileOf } from '../corpus/files.ts'
import type { OpenCorpus } from '../corpus/openFiles.ts'
import { atomFeed } from '../feeds/atom.ts'
import { digestCalendar } from '../feeds/calendar.ts'
import { type Feed, feedsOf } from '../feeds/feeds.ts'
import { jsonFeed } from '../feeds/jsonFeed.ts'
import { openSearch } from './openSearch.ts'
import { type SitemapPage, sitemapFiles } from './sitemap.ts'

/*
 * The files beside the pages, for those who do not read with a browser: citations of each paper, feeds, calendar, what
 * crawlers and address bars ask for.
 */

const FEED_WRITERS: Record<FeedFormat, (feed: Feed, site: PublicSite) => string> = {
  atom: atomFeed,
  json: jsonFeed,
}

/** @param path as `filePaths` gives it, for what always has a file */
const named = (path: string): string => fileOf(path) as string

/** The citations of a paper. */
const sidecars = (paper: CorpusPaper): PlannedFiles => ({
  paths: SIDECAR_FORMATS.map(format =>
    named(filePaths.sidecar(paper.id, CITATION_FORMATS[format].extension)),
  ),
  contents: () => SIDECAR_FORMATS.map(format => citationOf(paper, format)),
})

/**
 * The files that pages name: they are written before the pages.
 *
 * @param papers those that have a page of their own
 */
export async function companions(
  corpus: OpenCorpus,
  papers: readonly CorpusPaper[],
  site: PublicSite,
): Promise<Stage[]> {
  const feeds = (await feedsOf(corpus, papers, site.name)).map(
    ({ name, feed }): PlannedFiles => ({
      paths: FEED_FORMAT_NAMES.map(format => named(feedPath(name, format))),
      contents: async () => {
        const made = await feed()
        return FEED_FORMAT_NAMES.map(format => FEED_WRITERS[format](made, site))
      },
    }),
  )
  const lists: PlannedFiles = {
    paths: [named(filePaths.calendar()), named(filePaths.openSearch())],
    contents: async () => [digestCalendar((await corpus.engine.digests({})).days, site), openSearch(site)],
  }
  return [
    { name: 'citations', plan: papers.map(sidecars) },
    { name: 'feeds', plan: [...feeds, lists] },
  ]
}

const robots = (sitemap: string | undefined): string =>
  `User-agent: *\nAllow: /\n${sitemap === undefined ? '' : `\nSitemap: ${sitemap}\n`}`

/**
 * The files that name pages: they are written after the pages.
 *
 * @param paths of all pages
 * @param pages the same with their days, once they have been written
 * @param site address of the front page, absolute, with a slash at the end
 * @param isPublic whether that is where the site will be, and not only where it is tried
 */
export function listsOfPages(
  paths: readonly string[],
  pages: () => readonly SitemapPage[],
  site: string,
  isPublic: boolean,
): Stage {
  const names = sitemapFiles(
    paths.map(path => ({ path })),
    site,
  )
  const sitemap: PlannedFiles = {
    paths: Array.from(names.keys(), named),
    contents: () => sitemapFiles(pages(), site).values(),
  }
  const forCrawlers: PlannedFiles = {
    paths: [named(filePaths.robots())],
    contents: () => [robots(isPublic ? site + filePaths.sitemap().slice(1) : undefined)],
  }
  return { name: 'lists of pages', plan: [sitemap, forCrawlers] }
}
