import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CITATION_FORMATS, SIDECAR_FORMATS } from '#core/cite/formats.ts'
import { filePaths } from '#core/site/filePaths.ts'
import { DEFAULT_NAME } from '#core/site/siteProfile.ts'
import { entryAt, foldersOf, type OwnFiles } from './ownFiles.ts'

/*
 * Builds of earlier versions left no list of their files, and removed all others. Files of theirs are told by path and
 * content together: each path has to be one that builds write to, and what is there has to look like it.
 */

/** Where earlier builds wrote pages. */
const PAGE = /^(?:(?:index|404|themes|help|digests)|(?:theme|digest)\/[^/]+|paper\/.+)\.html$/
/** Texts of every page. */
const PAGE_MARKS = ['<div id="root"', 'assets/index-', DEFAULT_NAME]

/** Files that pages name, by tags and attributes that only the build writes. */
const NAMED_BY_PAGES: Record<string, RegExp> = {
  'early.js': /<script src="[^"]*\/early\.js"/,
  'icon.svg': /<link rel="icon" href="[^"]*\/icon\.svg"/,
  'apple-touch-icon.png': /<link rel="apple-touch-icon" href="[^"]*\/apple-touch-icon\.png"/,
}

/** Files that say themselves that they are from a build. */
const MARKED: readonly [path: RegExp, mark: RegExp][] = [
  [/^feeds\/.+\.atom$/, new RegExp(`<author>\\s*<name>${DEFAULT_NAME}</name>`)],
  [
    /^feeds\/.+\.json$/,
    new RegExp(`"feed_url": "[^"]*/feeds/[^"]*",\\s*"authors": \\[\\s*{\\s*"name": "${DEFAULT_NAME}"`),
  ],
  [/^digests\.ics$/, new RegExp(`^PRODID:-//${DEFAULT_NAME}//digests`, 'm')],
  [/^opensearch\.xml$/, new RegExp(`<ShortName>${DEFAULT_NAME}</ShortName>`)],
  [/^manifest\.webmanifest$/, new RegExp(`^{"id":"\\.","name":"${DEFAULT_NAME}"`)],
  [/^sw\.js$/, /broadsheet files /],
  [/^_headers$/, /Content-Security-Policy: default-src 'none'/],
  [/^_redirects$/, /^\/\S* \/\S* 301$/m],
  [/^robots\.txt$/, /^User-agent: \*\nAllow: \/\n(?:\nSitemap: \S+\/sitemap\.xml\n)?$/],
  [/^sitemap(?:-\d+)?\.xml$/, /^<\?xml[^>]*>\s*<(?:urlset|sitemapindex) [^>]*>\s*<(?:url|sitemap)>/],
]

const MANIFEST = 'corpus/manifest.json'
/** In the name of a file of the corpus: the beginning of its hash. */
const CORPUS_FILE = /^corpus\/.+-([0-9a-f]{12})\.(?:json|idx)$/
const ASSET = /^assets\/[\w.-]+-[\w-]{8}\.(?:js|css|woff2)$/

/** Icons of the web manifest. */
const ICON = /^icon-[\w-]+\.png$/

/** Every file below a folder that is no link and is reached through no link, hidden ones left out. */
function filesIn(root: string, folder = ''): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.'))
    .flatMap(entry => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (entry.isDirectory()) return filesIn(root, path)
      return entry.isFile() ? [path] : []
    })
}

const hashOf = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex')

function isManifest(text: string): boolean {
  try {
    const { version, segments } = JSON.parse(text)
    return Number.isInteger(version) && Array.isArray(segments)
  } catch {
    return false
  }
}

/** The scripts, styles and fonts that texts name, and those that these name in turn. */
function assetsNamedIn(
  texts: readonly string[],
  assets: readonly string[],
  read: (path: string) => string,
): string[] {
  const named = assets.filter(path => texts.some(text => text.includes(path.slice('assets/'.length))))
  if (named.length === 0) return []
  const rest = assets.filter(path => !named.includes(path))
  return [...named, ...assetsNamedIn(named.filter(path => !path.endsWith('.woff2')).map(read), rest, read)]
}

/** The files beside a page: its picture, and the citations of a paper. */
function besidePage(path: string, head: string): string[] {
  const page = path.slice(0, -'.html'.length)
  const picture = filePaths.picture(page === 'index' ? '/' : `/${page}`).slice(1)
  const extensions = path.startsWith('paper/')
    ? SIDECAR_FORMATS.map(format => CITATION_FORMATS[format].extension)
    : []
  return [
    ...(head.includes('property="og:image"') ? [picture] : []),
    ...extensions.map(extension => `${page}.${extension}`),
  ]
}

/** The files that builds of earlier versions wrote into a folder; none where it holds no site of theirs. */
export function adoptedFiles(root: string): OwnFiles {
  const read = (path: string): string => readFileSync(join(root, path), 'utf8')
  const isSite =
    entryAt(join(root, 'corpus'))?.isDirectory() &&
    entryAt(join(root, MANIFEST))?.isFile() &&
    isManifest(read(MANIFEST))
  if (!isSite) return { files: new Set(), folders: new Set() }
  const all = new Set(filesIn(root))
  const files = new Set([MANIFEST])
  const adopt = (path: string): void => {
    if (all.has(path)) files.add(path)
  }
  const templates: string[] = []
  for (const path of all) {
    const hash = CORPUS_FILE.exec(path)?.[1]
    if (hash !== undefined && hashOf(join(root, path)).startsWith(hash)) adopt(path)
    if (MARKED.some(([pattern, mark]) => pattern.test(path) && mark.test(read(path)))) adopt(path)
    if (!PAGE.test(path)) continue
    const text = read(path)
    if (!PAGE_MARKS.every(mark => text.includes(mark))) continue
    for (const own of [path, ...besidePage(path, text.slice(0, text.indexOf('</head>')))]) adopt(own)
    if (path === 'index.html' || path === '404.html') templates.push(text)
  }
  for (const [path, tag] of Object.entries(NAMED_BY_PAGES)) {
    if (templates.some(text => tag.test(text))) adopt(path)
  }
  const others = ['sw.js', 'manifest.webmanifest'].filter(path => files.has(path)).map(read)
  for (const path of all) {
    if (ICON.test(path) && others.some(text => text.includes(`"src":"${path}"`))) adopt(path)
  }
  const assets = [...all].filter(path => ASSET.test(path))
  for (const path of assetsNamedIn([...templates, ...others], assets, read)) adopt(path)
  return { files, folders: new Set([...files].flatMap(foldersOf)) }
}
