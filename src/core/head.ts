import { arxivUrl } from './arxiv.ts'
import { byline } from './byline.ts'
import { CITATION_FORMATS, SIDECAR_FORMATS } from './cite/formats.ts'
import { fullDate } from './dates.ts'
import type { DigestSpan } from './digests.ts'
import { FEED_FORMAT_NAMES, FEED_FORMATS, FEED_OF_ALL, feedOfTheme, feedPath } from './feeds.ts'
import { filePaths } from './filePaths.ts'
import type { CorpusPaper } from './manifest.ts'
import { grouped, papersInWords } from './numbers.ts'
import { paths } from './paths.ts'
import { SITE_NAME, SITE_TITLE, titleOf } from './siteTitle.ts'
import { collapseSpace } from './text.ts'
import type { Theme } from './theme.ts'

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
  const arxiv = arxivId === undefined ? [] : [meta('citation_arxiv_id', arxivId)]
  const doi = arxivId === undefined ? undefined : `10.48550/arXiv.${arxivId}`
  return {
    title: titleOf(title),
    tags: [
      ...basicTags({ name: title, description, path, type: 'article' }, site),
      ...(date === undefined ? [] : [property('article:published_time', date)]),
      meta('citation_title', title),
      ...authors.map(author => meta('citation_author', author)),
      ...(date === undefined ? [] : [meta('citation_publication_date', date.replaceAll('-', '/'))]),
      ...arxiv,
      ...(doi === undefined ? [] : [meta('citation_doi', doi)]),
      ...(arxivId === undefined
        ? []
        : [meta('citation_pdf_url', `https://arxiv.org/pdf/${encodeURI(arxivId)}`)]),
      meta('citation_abstract_html_url', url),
      ...(abstract === undefined ? [] : [meta('citation_abstract', abstract)]),
      meta('DC.title', title),
      ...authors.map(author => meta('DC.creator', author)),
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
      ...(authors.length > 0 && { author: authors.map(name => ({ '@type': 'Person', name })) }),
      ...(date !== undefined && { datePublished: date }),
      ...(categories.length > 0 && { keywords: categories }),
      ...(arxivId !== undefined && { identifier: `arXiv:${arxivId}`, sameAs: arxivUrl(arxivId) }),
      url,
    },
  }
}

interface Collection {
  name: string | undefined
  about: string
  path: string
  /** The feed of what the page lists. */
  feed?: string
}

/** The head of a page that lists papers or explains. */
function headOfCollection({ name, about, path, feed }: Collection, site: string): Head {
  const description = beginning(about)
  const url = urlOf(path, site)
  return {
    title: titleOf(name),
    tags: [
      ...basicTags({ name, description, path, type: 'website' }, site),
      ...(feed === undefined ? [] : feedTags(feed, name ?? SITE_NAME, site)),
      searchTag(site),
    ],
    data: {
      '@context': 'https://schema.org',
      '@type': 'CollectionPage',
      name: name ?? SITE_TITLE,
      description,
      url,
      isPartOf: { '@type': 'WebSite', name: SITE_NAME, url: site },
    },
  }
}

export const headOfFront = (site: string): Head =>
  headOfCollection({ name: undefined, about: SITE_ABOUT, path: paths.front(), feed: FEED_OF_ALL }, site)

export const headOfTheme = (theme: Theme, papers: number, site: string): Head =>
  headOfCollection(
    {
      name: theme.label,
      about: `${theme.about} ${papersInWords(papers)}.`,
      path: paths.theme(theme.id),
      feed: feedOfTheme(theme.id),
    },
    site,
  )

export const headOfThemes = (site: string): Head =>
  headOfCollection(
    { name: 'Themes', about: 'All themes, by group: each a query with a name.', path: paths.themes() },
    site,
  )

/** @param feed of its papers, or of those that come after them */
export const headOfDigest = (span: DigestSpan, papers: number, feed: string, site: string): Head =>
  headOfCollection(
    {
      name: span.kind === 'day' ? `Digest of ${span.title}` : span.title,
      about: `${grouped(papers)} machine-learning ${papers === 1 ? 'paper' : 'papers'} listed ${
        span.kind === 'day' ? `on ${span.title}` : `from ${fullDate(span.first)} to ${fullDate(span.last)}`
      }, each with its abstract.`,
      path: paths.digest(span.id),
      feed,
    },
    site,
  )

export const headOfDigests = (days: number, site: string): Head =>
  headOfCollection(
    {
      name: 'Digests',
      about: `The calendar of all digests: ${grouped(days)} ${days === 1 ? 'day' : 'days'}, each with the number of its papers.`,
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
  headOfCollection(
    { name: 'Help', about: 'How to search, and where the papers come from.', path: paths.help() },
    site,
  )
