import { type DigestDay, type DigestSpan, daysIn, listedOrAdded } from '../papers/digests.ts'
import type { Theme } from '../papers/theme.ts'
import { formatFullDate } from '../text/dates.ts'
import { formatNumber, formatPaperCount } from '../text/numbers.ts'
import { FEED_OF_ALL, feedOfSpan, feedOfTheme } from './feeds.ts'
import {
  basicTags,
  beginning,
  feedTags,
  type Head,
  meta,
  type PublicSite,
  SITE_ABOUT,
  searchTag,
  searchTemplate,
  urlOf,
} from './headTags.ts'
import { paths } from './paths.ts'
import { siteTitle, titleOf } from './siteTitle.ts'

interface PlainPage {
  name: string | undefined
  about: string
  path: string
  /** The feed of what the page lists. */
  feed?: string
  /**
   * The digest that the page shows, or the newest one. Readers and reference managers date a page without it by the first
   * `<time>` on it, which is that of a paper.
   */
  day?: string | undefined
  /** Properties of schema.org beside name, description and address. */
  data: { '@type': string; [property: string]: unknown }
}

/** Head of a page that is no paper's. */
function headOfPage({ name, about, path, feed, day, data }: PlainPage, site: PublicSite): Head {
  const description = beginning(about)
  return {
    title: titleOf(name, site.name),
    tags: [
      ...basicTags({ name, description, path, type: 'website' }, site),
      ...(day === undefined ? [] : [meta('DC.date', day)]),
      ...(feed === undefined ? [] : feedTags(feed, name ?? site.name, site)),
      searchTag(site),
    ],
    data: {
      '@context': 'https://schema.org',
      name: name ?? siteTitle(site.name),
      description,
      url: urlOf(path, site),
      ...data,
    },
  }
}

const isPartOf = (site: PublicSite) => ({
  isPartOf: { '@type': 'WebSite', name: site.name, url: site.address },
})

interface Collection extends Omit<PlainPage, 'data'> {
  /** Whether `day` is when the list came out, and not only the newest day in it. */
  isIssue?: boolean
}

/** Head of a page that lists papers, themes or digests. */
function headOfCollection({ isIssue = false, ...page }: Collection, site: PublicSite): Head {
  const dated = page.day !== undefined && { [isIssue ? 'datePublished' : 'dateModified']: page.day }
  return headOfPage({ ...page, data: { '@type': 'CollectionPage', ...dated, ...isPartOf(site) } }, site)
}

/** Head of the front page, which also says how to search the site. */
export function headOfFront(newestDigest: string | undefined, site: PublicSite): Head {
  const search = {
    '@type': 'SearchAction',
    target: { '@type': 'EntryPoint', urlTemplate: searchTemplate(site, 'query') },
    'query-input': 'required name=query',
  }
  const data = {
    '@type': 'WebSite',
    name: site.name,
    inLanguage: 'en',
    ...(newestDigest !== undefined && { dateModified: newestDigest }),
    potentialAction: search,
  }
  const path = paths.front()
  return headOfPage(
    { name: undefined, about: SITE_ABOUT, path, feed: FEED_OF_ALL, day: newestDigest, data },
    site,
  )
}

export const headOfTheme = (
  theme: Theme,
  papers: number,
  newestDigest: string | undefined,
  site: PublicSite,
): Head =>
  headOfCollection(
    {
      day: newestDigest,
      name: theme.label,
      about: `${theme.about} ${formatPaperCount(papers)}.`,
      path: paths.theme(theme.id),
      feed: feedOfTheme(theme.id),
    },
    site,
  )

export const headOfThemes = (newestDigest: string | undefined, site: PublicSite): Head =>
  headOfCollection(
    {
      day: newestDigest,
      name: 'Themes',
      about: 'All themes, by group: each a query with a name.',
      path: paths.themes(),
    },
    site,
  )

/** @param days that have papers: its own among them, which its feed and its date are made of */
export const headOfDigest = (
  span: DigestSpan,
  papers: number,
  days: readonly DigestDay[],
  site: PublicSite,
): Head =>
  headOfCollection(
    {
      day: daysIn(span, days).at(-1)?.[0],
      isIssue: true,
      name: span.kind === 'day' ? `Digest of ${span.title}` : span.title,
      about: `${formatNumber(papers)} machine-learning ${papers === 1 ? 'paper' : 'papers'} ${listedOrAdded(daysIn(span, days))} ${
        span.kind === 'day'
          ? `on ${span.title}`
          : `from ${formatFullDate(span.first)} to ${formatFullDate(span.last)}`
      }, each with its abstract.`,
      path: paths.digest(span.id),
      feed: feedOfSpan(span, days),
    },
    site,
  )

export const headOfDigests = (days: readonly DigestDay[], site: PublicSite): Head =>
  headOfCollection(
    {
      day: days.at(-1)?.[0],
      name: 'Digests',
      about: `The calendar of all digests: ${formatNumber(days.length)} ${days.length === 1 ? 'day' : 'days'}, each with the number of its papers.`,
      path: paths.digests(),
      feed: FEED_OF_ALL,
    },
    site,
  )

/** Head of the page that a host shows for an address without a page. */
export const headOfMissing = (site: Pick<PublicSite, 'name'>): Head => ({
  title: titleOf('Page not found', site.name),
  tags: [meta('description', 'There is no such page.'), meta('robots', 'noindex')],
  data: { '@context': 'https://schema.org', '@type': 'WebPage', name: 'Page not found' },
})

export const headOfHelp = (site: PublicSite): Head =>
  headOfPage(
    {
      name: 'Help',
      about: 'How to search, and where the papers come from.',
      path: paths.help(),
      data: { '@type': 'WebPage', ...isPartOf(site) },
    },
    site,
  )
