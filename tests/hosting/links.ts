import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

export interface Site {
  /** The folder that holds the site. */
  dist: string
  base: string
  /** Its address, with a slash at the end. */
  address: string
}

/** Every attribute that leads somewhere, as this site writes them: in double quotes, five characters escaped. */
const LINKS =
  /<(?:a|link|script|img)\b[^>]*?\s(?:href|src)="([^"]*)"|<meta property="og:image" content="([^"]*)"/g
const IDS = /\sid="([^"]*)"/g

const unescaped = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

const isFile = (path: string): boolean => existsSync(path) && statSync(path).isFile()

/** The file that a host answers a path with. */
function fileOf(dist: string, path: string): string | undefined {
  const file = join(dist, decodeURIComponent(path))
  return [file, `${file}.html`, join(file, 'index.html')].find(isFile)
}

/**
 * Follows each link within a site, from every page of it.
 *
 * @returns those that lead to no file or to no such place in its page, and how many were followed
 */
export function brokenLinks({ dist, base, address }: Site): {
  pages: number
  followed: number
  broken: string[]
} {
  const broken: string[] = []
  const idsIn = new Map<string, Set<string>>()
  const idsOf = (file: string): Set<string> => {
    const known = idsIn.get(file)
    if (known) return known
    const ids = new Set([...readFileSync(file, 'utf8').matchAll(IDS)].map(([, id = '']) => id))
    idsIn.set(file, ids)
    return ids
  }
  const names = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter(name =>
    name.endsWith('.html'),
  )
  let followed = 0
  for (const name of names) {
    const page = join(dist, name)
    const own = new URL(name.replace(/(?:index)?\.html$/, ''), address)
    const links = new Set(
      [...readFileSync(page, 'utf8').matchAll(LINKS)].map(([, link, picture]) =>
        unescaped(link ?? picture ?? ''),
      ),
    )
    for (const link of links) {
      const url = new URL(link, own)
      if (url.origin !== own.origin) continue
      followed++
      const file = url.pathname.startsWith(base) ? fileOf(dist, url.pathname.slice(base.length)) : undefined
      const place = decodeURIComponent(url.hash.slice(1))
      if (!file || (place !== '' && !idsOf(file).has(place))) broken.push(`${name}: ${link}`)
    }
  }
  return { pages: names.length, followed, broken }
}
