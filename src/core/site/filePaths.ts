import { paths } from './paths.ts'

/** Paths of the files that are no pages: apart from `paths`, since the first page needs none of them. */
export const filePaths = {
  /** Beside the page of a paper. */
  sidecar: (id: string, extension: string): string => `${paths.paper(id)}.${extension}`,
  /** @param feed as `feeds.ts` names it */
  feed: (feed: string, extension: string): string => `/feeds/${feed}.${extension}`,
  /** Of a page, for those who show links to it. */
  picture: (page: string): string => `${page === paths.front() ? '/front' : page}.jpg`,
  calendar: (): string => '/digests.ics',
  openSearch: (): string => '/opensearch.xml',
  sitemap: (number?: number): string => (number === undefined ? '/sitemap.xml' : `/sitemap-${number}.xml`),
  appleIcon: (): string => '/apple-touch-icon.png',
  webManifest: (): string => '/manifest.webmanifest',
  /** Above all pages, since a service worker answers for what lies below it. */
  serviceWorker: (): string => '/sw.js',
  robots: (): string => '/robots.txt',
  /** Of all that is in the site. */
  licenses: (): string => '/licenses.txt',
}
