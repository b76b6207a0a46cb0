import { CITATION_FORMATS, SIDECAR_FORMATS } from '../cite/formats.ts'
import { collapseSpace } from '../text/text.ts'
import { FEED_FORMAT_NAMES, FEED_FORMATS, feedPath } from './feeds.ts'
import { filePaths } from './filePaths.ts'
import { siteTitle } from './siteTitle.ts'

/** A site as those outside of it know it. */
export interface PublicSite {
  /** Address of the front page, absolute, with a slash at the end. */
  address: string
  name: string
}

/** An element of a page's head, with its attributes. */
export interface HeadTag {
  tag: 'meta' | 'link'
  attributes: Record<string, string>
}

/** Head of a page, for search engines, chats that show links, and reference managers. */
export interface Head {
  title: string
  tags: HeadTag[]
  /** Structured data of schema.org (JSON-LD). */
  data: object
}

export const SITE_ABOUT =
  'A digest of machine-learning papers, searchable: find a paper you half remember, follow a theme, read every abstract, send a link to exactly what you see.'

const MAX_DESCRIPTION = 200

/** Address of a search, with `{term}` for its words. */
export const searchTemplate = ({ address }: Pick<PublicSite, 'address'>, term: string): string =>
  `${address}?q={${term}}`

/** The beginning of a text, cut between words. */
export function beginning(text: string): string {
  const whole = collapseSpace(text)
  if (whole.length <= MAX_DESCRIPTION) return whole
  const cut = whole.slice(0, MAX_DESCRIPTION).replace(/[\uD800-\uDBFF]$/, '')
  const space = cut.lastIndexOf(' ')
  return `${space > MAX_DESCRIPTION / 2 ? cut.slice(0, space) : cut}…`
}

export const meta = (name: string, content: string): HeadTag => ({
  tag: 'meta',
  attributes: { name, content },
})
export const property = (name: string, content: string): HeadTag => ({
  tag: 'meta',
  attributes: { property: name, content },
})

interface Basics {
  name: string | undefined
  description: string
  path: string
  type: 'website' | 'article'
}

/** Picture of a page, in pixels: sites show one of this shape across the whole width of a post. */
export const PICTURE = { width: 800, height: 420, mediaType: 'image/jpeg' } as const

/** Absolute address of a path of the site. */
export const urlOf = (path: string, { address }: PublicSite): string => address + path.slice(1)

/** Tags of every page: for search engines, and for chats (Open Graph, Twitter cards). */
export const basicTags = ({ name, description, path, type }: Basics, site: PublicSite): HeadTag[] => [
  meta('description', description),
  { tag: 'link', attributes: { rel: 'canonical', href: urlOf(path, site) } },
  property('og:site_name', site.name),
  property('og:type', type),
  property('og:title', name ?? siteTitle(site.name)),
  property('og:description', description),
  property('og:url', urlOf(path, site)),
  property('og:image', urlOf(filePaths.picture(path), site)),
  property('og:image:type', PICTURE.mediaType),
  property('og:image:width', String(PICTURE.width)),
  property('og:image:height', String(PICTURE.height)),
  property('og:image:alt', name ?? siteTitle(site.name)),
  meta('twitter:card', 'summary_large_image'),
]

/** Link to another file of the site, by its path, so that it leads there even where the address of the site is not known. */
const fileTag = (rel: string, title: string, type: string, path: string, site: PublicSite): HeadTag => ({
  tag: 'link',
  attributes: { rel, type, title, href: site.address.replace(/^https?:\/\/[^/]*/, '') + path.slice(1) },
})

/** Names the file by which browsers search the site from their address bar. */
export const searchTag = (site: PublicSite): HeadTag =>
  fileTag('search', site.name, 'application/opensearchdescription+xml', filePaths.openSearch(), site)

export const sidecarTags = (id: string, site: PublicSite): HeadTag[] =>
  SIDECAR_FORMATS.map(format => {
    const { label, extension, mediaType } = CITATION_FORMATS[format]
    return fileTag('alternate', label, mediaType, filePaths.sidecar(id, extension), site)
  })

export const feedTags = (feed: string, name: string, site: PublicSite): HeadTag[] =>
  FEED_FORMAT_NAMES.map(format => {
    const { label, mediaType } = FEED_FORMATS[format]
    return fileTag('alternate', `${name} (${label})`, mediaType, feedPath(feed, format), site)
  })
