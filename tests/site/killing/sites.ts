import { createHash } from 'node:crypto'
import { existsSync, lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'

/** Every file, folder and link below a folder by its path, with a hash of what it holds, its permissions and owner. */
export function snapshot(root: string): Map<string, string> {
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).sort()
  return new Map(
    paths.map(path => {
      const entry = lstatSync(join(root, path))
      const about = `${entry.mode.toString(8)} ${entry.uid}:${entry.gid}`
      if (entry.isSymbolicLink()) return [path, `${about} -> ${readlinkSync(join(root, path))}`]
      return [path, entry.isFile() ? `${about} ${hashOf(join(root, path))}` : about]
    }),
  )
}

const hashOf = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex')

/** Files whose names say what they hold: `assets/index-….js`, `corpus/2025-12-….json`. */
const NAMED_FILE = /(?:assets|corpus)\/[\w.-]+-[\w-]{8,12}\.(?:js|css|woff2|json|idx)/g

/**
 * What is amiss with the pages of a site that was perhaps cut off while it was written: files that a page, the list of
 * the corpus or the service worker names, and that are not there, or not as one of the whole sites has them.
 *
 * @param whole sites, before and after, that were written without being disturbed
 */
export function faultsIn(root: string, whole: readonly string[]): string[] {
  const contentsOf = (path: string): Buffer[] =>
    whole.map(site => join(site, path)).flatMap(file => (existsSync(file) ? [readFileSync(file)] : []))
  const isWhole = (path: string): boolean => {
    const file = join(root, path)
    return existsSync(file) && contentsOf(path).some(content => content.equals(readFileSync(file)))
  }
  const checked = new Map<string, boolean>()
  const check = (path: string): boolean => {
    const known = checked.get(path)
    if (known !== undefined) return known
    const result = isWhole(path)
    checked.set(path, result)
    return result
  }
  const first = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    path => /\.html$|^corpus\/manifest\.json$/.test(path) && contentsOf(path).length > 0,
  )
  // Scripts and styles count once a page, or one that a page needs, names them.
  const reached = new Set(first)
  const ofPages: string[] = []
  for (const path of reached) {
    if (!check(path)) {
      ofPages.push(`${path} is not there, or neither the old file nor the new one`)
      continue
    }
    if (!/\.(?:html|js|css|json)$/.test(path) || /^corpus\/.*-/.test(path)) continue
    const text = readFileSync(join(root, path), 'utf8')
    for (const name of path === 'corpus/manifest.json' ? filesOfManifest(text) : namedIn(text))
      reached.add(name)
  }
  const kept = join(root, 'sw.js')
  return [...ofPages, ...(existsSync(kept) ? keptFaults(root, readFileSync(kept, 'utf8')) : [])]
}

/** Files that the service worker lists and that are not as it says. */
const keptFaults = (root: string, worker: string): string[] =>
  [...worker.matchAll(/"([\w./-]+)":\{bytes:\d+,sha256:[`"]([0-9a-f]{64})[`"]/g)].flatMap(
    ([, path = '', hash]) =>
      existsSync(join(root, path)) && hashOf(join(root, path)) === hash
        ? []
        : [`sw.js lists ${path}, which is not there or another one`],
  )

const filesOfManifest = (text: string): string[] =>
  [...text.matchAll(/"file":"([^"]+)"/g)].map(([, file]) => `corpus/${file}`)

/** Scripts, styles, fonts and what the head of a page names beside them. */
function namedIn(text: string): string[] {
  const linked = [
    ...text.matchAll(
      /<(?:link rel="(?:icon|manifest|apple-touch-icon|alternate|search)"|script)[^>]* (?:href|src)="\/([^"]+)"/g,
    ),
    ...text.matchAll(/<meta property="og:image" content="https?:\/\/[^/]+\/([^"]+)"/g),
  ]
  return [...(text.match(NAMED_FILE) ?? []), ...linked.map(([, path]) => path as string)]
}
