import type { SiteIdentity } from '#core/site/siteProfile.ts'
import { escaped } from './html.ts'

/** Folders of pages that are no pages themselves, and the page that leads to what they hold. */
const FOLDERS: Record<string, string> = { theme: 'themes.html', digest: 'digests.html' }

/** Pages whose address with a slash at the end leads to them. Papers, which are many, are left to what hosts are told. */
const WITH_SLASH = /^(?:themes|digests|help|(?:theme|digest)\/[^/]+)\.html$/

/** A page that leads on at once, without scripts. */
const forwardHtml = (target: string, siteName: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${escaped(siteName)}</title>
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url=${escaped(target)}">
</head>
<body>
<p><a href="${escaped(target)}">This page has another address.</a></p>
</body>
</html>
`

/**
 * Index pages of folders, so that no host lists or refuses them: each redirects to the intended page. Targets are files, since
 * some hosts would redirect from the page's address back to the folder.
 *
 * @param pages the files of all pages, below the folder of the site
 * @returns files and their contents
 */
export function forwards(pages: readonly string[], { base, name }: SiteIdentity): Map<string, string> {
  const targets = new Map<string, string>()
  for (const page of pages) {
    if (WITH_SLASH.test(page))
      targets.set(page.replace(/\.html$/, ''), page.split('/').map(encodeURIComponent).join('/'))
    const folders = page.split('/').slice(0, -1)
    for (let depth = 1; depth <= folders.length; depth++) {
      const folder = folders.slice(0, depth).join('/')
      targets.set(folder, FOLDERS[folder] ?? '')
    }
  }
  const taken = new Set(pages.map(page => page.toLowerCase()))
  return new Map(
    [...targets]
      .map(([folder, target]) => [`${folder}/index.html`, forwardHtml(base + target, name)] as const)
      .filter(([file]) => !taken.has(file.toLowerCase())),
  )
}
