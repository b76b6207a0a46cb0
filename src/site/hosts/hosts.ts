import { paths } from '#core/site/paths.ts'
import { CONTENT_TYPES } from './contentTypes.ts'
import { cacheControlOf, FOR_EVER, HEADERS } from './headers.ts'

/** Addresses that people guess from the ones below them. */
const REDIRECTS: Record<string, string> = {
  '/paper': paths.front(),
  '/theme': paths.themes(),
  '/digest': paths.digests(),
}

const block = (pattern: string, headers: Record<string, string>): string =>
  [pattern, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n')

/**
 * Files for Netlify and Cloudflare Pages: headers and redirects. These hosts join the values of a header from several
 * matching patterns, so no two patterns here give the same header.
 *
 * @param files of the corpus, each by its path below the base
 * @returns the files by name
 */
export function hostFiles(files: readonly string[], base: string): Map<string, string> {
  // These hosts revalidate all other files by default.
  const kept = ['assets/*', ...files.filter(path => cacheControlOf(path) === FOR_EVER)]
  const headers = [
    block(`${base}*`, HEADERS),
    ...kept.map(path => block(base + path, { 'Cache-Control': FOR_EVER })),
    ...CONTENT_TYPES.map(({ path, type }) => block(base + path.slice(1), { 'Content-Type': type })),
  ]
  const redirects = Object.entries(REDIRECTS).map(
    ([from, to]) => `${base}${from.slice(1)} ${base}${to.slice(1)} 301`,
  )
  return new Map([
    ['_headers', `${headers.join('\n\n')}\n`],
    ['_redirects', `${redirects.join('\n')}\n`],
  ])
}
