import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { webManifest } from '#site/assets/webManifest.ts'
import { adoptedFiles } from '#site/build/adoption.ts'
import { digestCalendar } from '#site/feeds/calendar.ts'
import { hostFiles } from '#site/hosts/hosts.ts'
import { openSearch } from '#site/pages/openSearch.ts'
import { sitemapFiles } from '#site/pages/sitemap.ts'

const SITE = 'https://example.org/papers/'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'site-'))
})
afterEach(() => rmSync(root, { recursive: true }))

function put(files: Record<string, string>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), content)
  }
}

const month = '{"version":1,"papers":[]}'
const monthFile = `corpus/2025-12-${createHash('sha256').update(month).digest('hex').slice(0, 12)}.json`

const page = (path: string, picture: string): string =>
  `<!doctype html><html data-path="${path}" lang="en"><head>
    <script src="/papers/early.js" data-app="/papers/assets/index-DImvoS__.js"></script>
    <link rel="preload" as="font" href="/papers/assets/newsreader-DRtuaUgr.woff2" />
    <link rel="icon" href="/papers/icon.svg" type="image/svg+xml" />
    <link rel="apple-touch-icon" href="/papers/apple-touch-icon.png">
    <link rel="stylesheet" crossorigin href="/papers/assets/index-AmYd29sN.css">
    <meta property="og:site_name" content="Broadsheet"><meta property="og:image" content="${SITE}${picture}">
  </head><body><div id="root"></div></body></html>`

/** What builds wrote before they kept a list. */
const EARLIER: Record<string, string> = {
  'corpus/manifest.json': JSON.stringify({ version: 3, papers: 0, themes: [], segments: [] }),
  [monthFile]: month,
  'index.html': page('/', 'front.jpg'),
  '404.html': page('/404', 'front.jpg'),
  'front.jpg': 'a picture',
  'paper/2512.05564.html': page('/paper/2512.05564', 'paper/2512.05564.jpg'),
  'paper/2512.05564.jpg': 'a picture',
  'paper/2512.05564.bib': '@misc{}',
  'paper/2512.05564.md': '[A]',
  'paper/math/0211159.html': page('/paper/math/0211159', 'paper/math/0211159.jpg'),
  'theme/kv-cache.html': page('/theme/kv-cache', 'theme/kv-cache.jpg'),
  'digest/2025-W50.html': page('/digest/2025-W50', 'digest/2025-W50.jpg'),
  'assets/index-DImvoS__.js': 'import("./PaperPage-DX4vphYM.js")',
  'assets/PaperPage-DX4vphYM.js': 'import"./links-Cac0GcR2.js"',
  'assets/links-Cac0GcR2.js': '',
  'assets/index-AmYd29sN.css': '@font-face{src:url(/papers/assets/newsreader-DRtuaUgr.woff2)}',
  'assets/newsreader-DRtuaUgr.woff2': 'a font',
  'early.js': '',
  'icon.svg': '<svg/>',
  'icon-192.png': '',
  'apple-touch-icon.png': '',
  'manifest.webmanifest': webManifest('Broadsheet'),
  'sw.js': 'caches.open("broadsheet files /papers/")',
  'digests.ics': digestCalendar([['2025-12-11', 46]], { address: SITE, name: 'Broadsheet' }),
  'opensearch.xml': openSearch({ address: SITE, name: 'Broadsheet' }),
  'robots.txt': `User-agent: *\nAllow: /\n\nSitemap: ${SITE}sitemap.xml\n`,
  ...Object.fromEntries(hostFiles([], '/papers/')),
  'sitemap.xml': sitemapFiles([{ path: '/' }], SITE).get('/sitemap.xml') as string,
}

/** What other people may have put beside them. */
const FOREIGN: Record<string, string> = {
  CNAME: 'papers.example.org',
  '.git/config': 'of git',
  '.well-known/security.txt': 'Contact: ada@example.org',
  'about.html': page('/about', 'about.jpg'),
  'paper/notes.html': '<!doctype html><title>Notes of Ada Example</title>',
  'paper/notes.bib': '@misc{}',
  'paper/2512.05564.pdf': 'a paper',
  'theme/picture.jpg': 'a picture',
  'assets/logo-abcdefgh.js': 'of Ada Example',
  'corpus/2025-11-0123456789ab.json': '{"of":"Ada Example"}',
  'feeds/own.atom': '<feed><author><name>Ada Example</name></author></feed>',
  'google0123456789abcdef.html': 'google-site-verification',
  'files/data.csv': 'a,b',
}

test('what an earlier build wrote is told from what others put beside it', () => {
  put(EARLIER)
  put(FOREIGN)
  symlinkSync(root, join(root, 'loop'))
  expect([...adoptedFiles(root).files].sort()).toEqual(Object.keys(EARLIER).sort())
  expect([...adoptedFiles(root).folders].sort()).toEqual([
    'assets',
    'corpus',
    'digest',
    'paper',
    'paper/math',
    'theme',
  ])
})

test.each([
  ['robots.txt', 'User-agent: *\nDisallow: /\n'],
  ['_redirects', '# of Ada Example\n'],
  ['_headers', '/*\n  X-Robots-Tag: noindex\n'],
  ['sw.js', 'self.skipWaiting()'],
  ['404.html', '<!doctype html><title>Not here</title>'],
  ['manifest.webmanifest', '{"name":"Ada Example"}'],
  ['sitemap.xml', '<p>none</p>'],
  ['digests.ics', 'BEGIN:VCALENDAR\r\nPRODID:-//Ada Example//EN\r\n'],
])('%s of somebody else is not taken for one of a build', (path, content) => {
  put(EARLIER)
  put({ [path]: content })
  expect(adoptedFiles(root).files.has(path)).toBe(false)
})

test.each([
  ['nothing', {}],
  ['files of somebody else', { 'index.html': 'Hello', 'corpus/texts.json': '{}' }],
  [
    'a manifest of another program',
    { 'corpus/manifest.json': '{"name":"x"}', 'robots.txt': EARLIER['robots.txt'] },
  ],
  ['a manifest that is no JSON', { 'corpus/manifest.json': '{' }],
])('in a folder with %s nothing is adopted', (_, files) => {
  put(files as Record<string, string>)
  expect(adoptedFiles(root)).toEqual({ files: new Set(), folders: new Set() })
})

test('a manifest that is reached through a link makes no site', () => {
  mkdirSync(join(root, 'elsewhere'))
  put({ 'elsewhere/manifest.json': EARLIER['corpus/manifest.json'] as string })
  symlinkSync('elsewhere', join(root, 'corpus'))
  expect(adoptedFiles(root).files).toEqual(new Set())
})
