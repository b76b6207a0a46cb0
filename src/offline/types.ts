/** Types of cached files by the ends of their names. */
const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  webmanifest: 'application/manifest+json; charset=utf-8',
  woff2: 'font/woff2',
}

/** Type of a cached file; none where its name has another end. */
export const typeOf = (path: string): string | undefined => TYPES[path.slice(path.lastIndexOf('.') + 1)]
