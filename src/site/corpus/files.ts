import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Card, cardPainter } from '../assets/picture.ts'
import { FolderCache, versionOfCode } from '../build/cache.ts'
import { readThemes } from '../build/read.ts'
import { buildCorpus, type CorpusReport, type Files } from './corpus.ts'
import { monthsIn } from './months.ts'

/** The code that determines the files of a corpus. */
const CODE = ['src/core', 'src/site', 'package-lock.json']
const CACHE = 'node_modules/.cache/broadsheet'

/**
 * The files of the corpus in a folder with `papers/` and `themes.json`. Unchanged files come from the cache. Throws an
 * `Error` that names the file and the flaw.
 */
export function filesOf(data: string): { files: Files; report: CorpusReport } {
  for (const name of ['papers', 'themes.json']) {
    if (!existsSync(join(data, name))) throw new Error(`There is no ${join(data, name)}.`)
  }
  const cache = new FolderCache(CACHE, versionOfCode(...CODE))
  return buildCorpus(monthsIn(join(data, 'papers'), cache), readThemes(join(data, 'themes.json')), cache)
}

/** The code that determines pictures of pages. */
const CODE_OF_PICTURES = ['src/site/assets/picture.ts', 'src/app/styles/tokens.css', 'package-lock.json']

/** Renders the pictures of pages; pictures rendered before come from the cache. */
export function pictures(siteName: string): (card: Card) => Uint8Array {
  const cache = new FolderCache(CACHE, versionOfCode(...CODE_OF_PICTURES))
  const paint = cardPainter(siteName)
  return card => cache.get(`picture ${JSON.stringify([siteName, card])}`, () => paint(card))
}

/** The file that is served under a path. None if some system does not allow such a name. */
export function fileOf(path: string): string | undefined {
  const name = decodeURIComponent(path.slice(1))
  const isPlain = name.split('/').every(part => /^[\p{L}\p{N}_-][\p{L}\p{N}._-]{0,199}$/u.test(part))
  return isPlain ? name : undefined
}

/** The file of a page. Without one, the app renders the page. */
export function pageFile(path: string): string | undefined {
  const name = path === '/' ? 'index' : fileOf(path)
  return name && `${name}.html`
}
