import { filePaths } from '#core/site/filePaths.ts'
import { xmlDocument, xmlText } from '../feeds/xml.ts'

/** A page by its path, with the newest day of its content, if known. */
export interface SitemapPage {
  path: string
  day?: string
}

const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9'

/** Maximum number of addresses in a file, by the protocol. */
const MAX_ADDRESSES = 50_000

function document(root: 'urlset' | 'sitemapindex', element: 'url' | 'sitemap', rows: readonly SitemapPage[]) {
  const list = xmlDocument(root, NAMESPACE)
  for (const { path, day } of rows) {
    const row = list.ele(element)
    row.ele('loc').txt(path)
    if (day !== undefined) row.ele('lastmod').txt(day)
  }
  return xmlText(list)
}

/**
 * `sitemap.xml`, by path; beyond 50,000 pages it names the files that list them.
 *
 * @param site address of the front page, absolute, with a slash at the end
 */
export function sitemapFiles(
  pages: readonly SitemapPage[],
  site: string,
  most = MAX_ADDRESSES,
): Map<string, string> {
  const address = (path: string): string => site + path.slice(1)
  const urlset = (some: readonly SitemapPage[]): string =>
    document(
      'urlset',
      'url',
      some.map(page => ({ ...page, path: address(page.path) })),
    )
  if (pages.length <= most) return new Map([[filePaths.sitemap(), urlset(pages)]])
  const files = new Map<string, string>()
  for (let at = 0; at < pages.length; at += most)
    files.set(filePaths.sitemap(files.size + 1), urlset(pages.slice(at, at + most)))
  const parts = Array.from(files.keys(), path => ({ path: address(path) }))
  return files.set(filePaths.sitemap(), document('sitemapindex', 'sitemap', parts))
}
