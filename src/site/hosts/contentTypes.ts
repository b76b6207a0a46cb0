import { CITATION_FORMATS, SIDECAR_FORMATS } from '#core/cite/formats.ts'
import { FEED_FORMAT_NAMES, FEED_FORMATS } from '#core/site/feeds.ts'
import { filePaths } from '#core/site/filePaths.ts'

interface TypedFiles {
  /** Paths below the base of the site, `*` for anything. */
  path: string
  type: string
}

const utf8 = (type: string): string => `${type}; charset=utf-8`

/** Content types that servers cannot derive from names, or derive wrongly. The first matching row counts. */
export const CONTENT_TYPES: readonly TypedFiles[] = [
  ...SIDECAR_FORMATS.map(format => CITATION_FORMATS[format]).map(({ extension, mediaType }) => ({
    path: filePaths.sidecar('*', extension),
    type: utf8(mediaType),
  })),
  ...FEED_FORMAT_NAMES.map(format => FEED_FORMATS[format]).map(({ extension, mediaType }) => ({
    path: filePaths.feed('*', extension),
    type: utf8(mediaType),
  })),
  { path: filePaths.calendar(), type: utf8('text/calendar') },
  { path: filePaths.openSearch(), type: utf8('application/opensearchdescription+xml') },
  { path: filePaths.webManifest(), type: utf8('application/manifest+json') },
  { path: '/corpus/*.idx', type: 'application/octet-stream' },
]

/** Content type of a file, if it is one of these. */
export function contentTypeOf(path: string): string | undefined {
  const fits = (pattern: string): boolean => {
    const [before = '', behind] = pattern.split('*')
    return behind === undefined ? path === pattern : path.startsWith(before) && path.endsWith(behind)
  }
  return CONTENT_TYPES.find(row => fits(row.path))?.type
}
