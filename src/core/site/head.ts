import { CITATION_FORMATS, SIDECAR_FORMATS } from '../cite/formats.ts'
import { arxivUrl } from '../papers/arxiv.ts'
import { byline } from '../papers/byline.ts'
import { type DigestDay, type DigestSpan, daysIn, listedOrAdded } from '../papers/digests.ts'
import { displayName, sortedName } from '../papers/displayName.ts'
import type { CorpusPaper } from '../papers/manifest.ts'
import type { Theme } from '../papers/theme.ts'
import { fullDate } from '../text/dates.ts'
import { dayOf, instantOf } from '../text/instants.ts'
import { grouped, papersInWords } from '../text/numbers.ts'
import { collapseSpace } from '../text/text.ts'
import { FEED_FORMAT_NAMES, FEED_FORMATS, FEED_OF_ALL, feedOfSpan, feedOfTheme, feedPath } from './feeds.ts'
import { filePaths } from './filePaths.ts'
import { paths } from './paths.ts'
import { SITE_NAME, SITE_TITLE, titleOf } from './siteTitle.ts'

/** An element of a page's head, with its attributes. */
interface HeadTag {
  tag: 'meta' | 'link'
  attributes: Record<string, string>
}

/** What a page says of itself to those who do not read it: search engines, chats that show links, reference managers. */
export interface Head {
  title: string
  tags: HeadTag[]
  /** Structured data of schema.org (JSON-LD). */
  data: object
}

export const SITE_ABOUT =
  'A digest of machine-learning papers, searchable: find a paper you half remember, follow a theme, read every abstract, send a link to exactly what you see.'

const MAX_DESCRIPTION = 200

/** The address of a search, for those who put words in for `{term}`. */
export const searchTemplate = (site: string, term: string): string => `${site}?q={${term}}`

/** The beginning of a text, cut between words. */
function beginning(text: string): string {
  const whole = collapseSpace(text)
  if (whole.length <= MAX_DESCRIPTION) return whole
  const cut = whole.slice(0, MAX_DESCRIPTION).replace(/[\uD800-\uDBFF]$/, '')
  const space = cut.lastIndexOf(' ')
  return `${space > MAX_DESCRIPTION / 2 ? cut.slice(0, space) : cut}…`
}

const meta = (name: string, content: string): HeadTag => ({ tag: 'meta', attributes: { name, content } })
const property = (name: string, content: string): HeadTag => ({
  tag: 'meta',
  attributes: { property: name, content },
})

interface Basics {
  name: string | undefined
  description: string
  path: string
  type: 'website' | 'article'
}

/** Of the picture of a page, in pixels: sites show one of this shape across the whole width of a post. */
export const PICTURE = { width: 800, height: 420, mediaType: 'image/jpeg' } as const

/** Where a page of the site is, absolute. */
const urlOf = (path: string, site: string): string => site + path.slice(1)

/** What every page says: for search engines, and for chats (Open Graph, Twitter cards). */
const basicTags = ({ name, description, path, type }: Basics, site: string): HeadTag[] => [
  meta('description', description),
  { tag: 'link', attributes: { rel: 'canonical', href: urlOf(path, site) } },
  property('og:site_name', SITE_NAME),
  property('og:type', type),
  property('og:title', name ?? SITE_TITLE),
  property('og:description', description),
  property('og:url', urlOf(path, site)),
  property('og:image', urlOf(filePaths.picture(path), site)),
  property('og:image:type', PICTURE.mediaType),
  property('og:image:width', String(PICTURE.width)),
  property('og:image:height', String(PICTURE.height)),
  property('og:image:alt', name ?? SITE_TITLE),
  meta('twitter:card', 'summary_large_image'),
]

/**
 * Links from the page to other files of the site. They are paths below its base, so that they lead there even where nobody
 * said at which address the site is.
 */
const fileTag = (rel: string, title: string, type: string, path: string, site: string): HeadTag => ({
  tag: 'link',
  attributes: { rel, type, title, href: site.replace(/^https?:\/\/[^/]*/, '') + path.slice(1) },
})

/** How browsers search the site from their address bar. */
const searchTag = (site: string): HeadTag =>
  fileTag('search', SITE_NAME, 'application/opensearchdescription+xml', filePaths.openSearch(), site)

const sidecarTags = (id: string, site: string): HeadTag[] =>
  SIDECAR_FORMATS.map(format => {
    const { label, extension, mediaType } = CITATION_FORMATS[format]
    return fileTag('alternate', label, mediaType, filePaths.sidecar(id, extension), site)
  })

const feedTags = (feed: string, name: string, site: string): HeadTag[] =>
  FEED_FORMAT_NAMES.map(format => {
    const { label, mediaType } = FEED_FORMATS[format]
    return fileTag('alternate', `${name} (${label})`, mediaType, feedPath(feed, format), site)
  })

/** An author as reference managers read names: family name first where a source says where it begins. */
const citedAs = (author: string, known: CorpusPaper['authorNames']): string => {
  const name = known?.find(each => displayName(each) === author)
  return name === undefined ? author : sortedName(name)
}

const authorData = (name: string, known: CorpusPaper['authorNames']) => {
  const isWhole = known?.some(each => 'literal' in each && each.literal === name)
  return { '@type': isWhole ? 'Organization' : 'Person', name }
}

/**
 * The head of a paper's page. Authors are named where the source named them; an organisation or a number of authors is
 * never made into one.
 *
 * Reference managers read Highwire's `citation_*` (Google Scholar's guidelines for webmasters) and Dublin Core.
 *
 * @param site address of the front page, absolute, with a slash at the end
 */
export function headOfPaper(paper: CorpusPaper, site: string): Head {
  const { title, abstract, authors = [], publishedAt, publishedYearInferred, arxivId, categories } = paper
  const path = paths.paper(paper.id)
  const url = urlOf(path, site)
  const description = beginning(abstract ?? `${title}. ${byline(paper)}.`)
  // A year that was only inferred is not handed on as a fact.
  const date = publishedYearInferred ? undefined : publishedAt
  const day = dayOf(date)
  const arxiv = arxivId === undefined ? [] : [meta('citation_arxiv_id', arxivId)]
  const doi = paper.dois?.[0] ?? (arxivId === undefined ? undefined : `10.48550/arXiv.${arxivId}`)
  return {
    title: titleOf(title),
    tags: [
      ...basicTags({ name: title, description, path, type: 'article' }, site),
      ...(day === undefined ? [] : [property('article:published_time', instantOf(day))]),
      meta('citation_title', title),
      ...authors.map(author => meta('citation_author', citedAs(author, paper.authorNames))),
      ...(date === undefined ? [] : [meta('citation_publication_date', date.replaceAll('-', '/'))]),
      ...arxiv,
      ...(doi === undefined ? [] : [meta('citation_doi', doi)]),
      ...(arxivId === undefined
        ? []
        : [meta('citation_pdf_url', `https://arxiv.org/pdf/${encodeURI(arxivId)}`)]),
      meta('citation_abstract_html_url', url),
      ...(abstract === undefined ? [] : [meta('citation_abstract', abstract)]),
      // Zotero makes an item of the type that is said here, else an article of a journal.
      meta('DC.type', 'preprint'),
      meta('DC.title', title),
      ...authors.map(author => meta('DC.creator', citedAs(author, paper.authorNames))),
      ...(date === undefined ? [] : [meta('DC.date', date)]),
      meta('DC.identifier', arxivId === undefined ? url : arxivUrl(arxivId)),
      ...(abstract === undefined ? [] : [meta('DC.description', abstract)]),
      ...sidecarTags(paper.id, site),
      searchTag(site),
    ],
    data: {
      '@context': 'https://schema.org',
      '@type': 'ScholarlyArticle',
      headline: title,
      ...(abstract !== undefined && { abstract }),
      ...(authors.length > 0 && { author: authors.map(name => authorData(name, paper.authorNames)) }),
      ...(date !== undefined && { datePublished: date }),
      ...(categories.length > 0 && { keywords: categories }),
      ...(arxivId !== undefined && { identifier: `arXiv:${arxivId}`, sameAs: arxivUrl(arxivId) }),
      url,
    },
  }
}

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
  /** What it says as schema.org, beside its name, description and address. */
  data: { '@type': string; [property: string]: unknown }
}

/** The head of a page that is no paper's. */
function headOfPage({ name, about, path, feed, day, data }: PlainPage, site: string): Head {
  const description = beginning(about)
  return {
    title: titleOf(name),
    tags: [
      ...basicTags({ name, description, path, type: 'website' }, site),
      ...(day === undefined ? [] : [meta('DC.date', day)]),
      ...(feed === undefined ? [] : feedTags(feed, name ?? SITE_NAME, site)),
      searchTag(site),
    ],
    data: {
      '@context': 'https://schema.org',
      name: name ?? SITE_TITLE,
      description,
      url: urlOf(path, site),
      ...data,
    },
  }
}

const isPartOf = (site: string) => ({ isPartOf: { '@type': 'WebSite', name: SITE_NAME, url: site } })

interface Collection extends Omit<PlainPage, 'data'> {
  /** Whether `day` is when the list came out, and not only the newest day in it. */
  isIssue?: boolean
}

/** The head of a page that lists papers, themes or digests. */
function headOfCollection({ isIssue = false, ...page }: Collection, site: string): Head {
  const dated = page.day !== undefined && { [isIssue ? 'datePublished' : 'dateModified']: page.day }
  return headOfPage({ ...page, data: { '@type': 'CollectionPage', ...dated, ...isPartOf(site) } }, site)
}

/** The head of the front page, which is that of the site: it says how to search it. */
export function headOfFront(newestDigest: string | undefined, site: string): Head {
  const search = {
    '@type': 'SearchAction',
    target: { '@type': 'EntryPoint', urlTemplate: searchTemplate(site, 'query') },
    'query-input': 'required name=query',
  }
  const data = {
    '@type': 'WebSite',
    name: SITE_NAME,
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
  site: string,
): Head =>
  headOfCollection(
    {
      day: newestDigest,
      name: theme.label,
      about: `${theme.about} ${papersInWords(papers)}.`,
      path: paths.theme(theme.id),
      feed: feedOfTheme(theme.id),
    },
    site,
  )

export const headOfThemes = (newestDigest: string | undefined, site: string): Head =>
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
  site: string,
): Head =>
  headOfCollection(
    {
      day: daysIn(span, days).at(-1)?.[0],
      isIssue: true,
      name: span.kind === 'day' ? `Digest of ${span.title}` : span.title,
      about: `${grouped(papers)} machine-learning ${papers === 1 ? 'paper' : 'papers'} ${listedOrAdded(daysIn(span, days))} ${
        span.kind === 'day' ? `on ${span.title}` : `from ${fullDate(span.first)} to ${fullDate(span.last)}`
      }, each with its abstract.`,
      path: paths.digest(span.id),
      feed: feedOfSpan(span, days),
    },
    site,
  )

export const headOfDigests = (days: readonly DigestDay[], site: string): Head =>
  headOfCollection(
    {
      day: days.at(-1)?.[0],
      name: 'Digests',
      about: `The calendar of all digests: ${grouped(days.length)} ${days.length === 1 ? 'day' : 'days'}, each with the number of its papers.`,
      path: paths.digests(),
      feed: FEED_OF_ALL,
    },
    site,
  )

/** The head of what a host shows where it has no page. It has no address of its own. */
export const headOfMissing = (): Head => ({
  title: titleOf('Page not found'),
  tags: [meta('description', 'There is no such page.'), meta('robots', 'noindex')],
  data: { '@context': 'https://schema.org', '@type': 'WebPage', name: 'Page not found' },
})

export const headOfHelp = (site: string): Head =>
  headOfPage(
    {
      name: 'Help',
      about: 'How to search, and where the papers come from.',
      path: paths.help(),
      data: { '@type': 'WebPage', ...isPartOf(site) },
    },
    site,
  )
