import { spanOf } from '../../papers/digests.ts'
import { paths } from '../paths.ts'
import { decodeWholly } from './decode.ts'
import { repairSearch } from './search.ts'

/** Names of the first folder of a path: here, on other sites, and as people remember them. */
const FOLDERS = {
  paper: [
    ...['paper', 'papers', 'abs', 'pdf', 'html', 'arxiv', 'article', 'articles', 'p', 'e-print', 'src', 'ps'],
    ...['format', 'doi', 'abstract', 'arxiv.org', 'overview', 'reading'],
  ],
  theme: ['theme', 'themes', 'topic', 'topics', 'tag', 'tags'],
  digest: [
    'digest',
    'digests',
    'date',
    'day',
    'days',
    'daily',
    'week',
    'weeks',
    'month',
    'archive',
    'calendar',
  ],
  help: ['help', 'about', 'faq'],
  front: ['search', 'index', 'home', 'find'],
} as const
type Folder = keyof typeof FOLDERS

const folderOf = (name: string): Folder | undefined =>
  (Object.keys(FOLDERS) as Folder[]).find(folder =>
    (FOLDERS[folder] as readonly string[]).includes(name.toLowerCase()),
  )

/** An arXiv id, of the present or the old form, with additions of addresses: `arXiv:2512.05564v2.pdf`. */
const NEW_ID = /(?:^|\D)(\d{4}\.\d{4,5})(?!\d)/
const OLD_ID = /(?:^|[^a-z.-])([a-z][a-z-]{1,20})(\.[a-z]{2})?\/(\d{7})(?!\d)/i
/** An arXiv id with nothing but its version and punctuation around it. Other ids may begin with one: `2512.05564-2`. */
const ALONE =
  /^[^\p{L}\p{N}]*(?:arxiv[:.])?(?:\d{4}\.\d{4,5}|[a-z][a-z-]{1,20}(?:\.[a-z]{2})?\/\d{7})(?:v\d{1,3})?(?:$|[^\p{L}\p{N}_-])/iu

function arxivIdIn(text: string): string | undefined {
  const found = NEW_ID.exec(text)?.[1]
  if (found) return found
  const [, archive, group = '', number] = OLD_ID.exec(text) ?? []
  return archive && `${archive.toLowerCase()}${group.toUpperCase()}/${number}`
}

/** A DOI, with or without a folder before it. Papers are not named by DOIs here, but found by them. */
const DOI = /(?:^|\/)(10\.\d{4,9}\/.+)$/s

const DAY = /([12]\d{3})[-/._ ]?(\d{2})[-/._ ]?(\d{2})(?!\d)/
const WEEK = /([12]\d{3})[-/._ ]?w(\d{1,2})(?!\d)/i

/** The day or week that a text names, as digests are called. */
function digestIn(text: string): string | undefined {
  const [, weekYear, week] = WEEK.exec(text) ?? []
  if (week) return `${weekYear}-W${week.padStart(2, '0')}`
  const [, year, month, day] = DAY.exec(text) ?? []
  return day && `${year}-${month}-${day}`
}

const AROUND = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu
const FILE = /\.(?:html?|php|pdf)$/i

const INDEX = /^index(?:\.\w+)?$/i

/** A name without punctuation around it, and without the ending of a file. */
function trimmed(name: string): string {
  let rest = name
  for (;;) {
    const inner = rest.replace(AROUND, '')
    // Text before the ending goes last: `.html` is an ending, not a name.
    const shorter = inner === '' ? '' : rest.slice(0, rest.indexOf(inner) + inner.length).replace(FILE, '')
    if (shorter === rest) return inner
    rest = shorter
  }
}

/** Longer than any address of this site with additions, in characters. */
const MAX_LOOKED_AT = 10_000

/** Start of a query that was encoded together with the path, or glued to it. */
const GLUED = /[?#&;](?=.)|[,|](?=utm_)/

/** Path and query string. The path is decoded, without invisible characters. */
function partsOf(address: string): { segments: string[]; search: string } {
  const [before = '', fragment = ''] = address.slice(0, MAX_LOOKED_AT).split(/#!?(.*)/s)
  // Some sites keep their paths in the fragment: `/#/paper/2512.05564`.
  const whole = /^\/?$/.test(before) && fragment.startsWith('/') ? fragment : before
  const at = whole.indexOf('?')
  const path = decodeWholly(at < 0 ? whole : whole.slice(0, at)).replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
  const search = at < 0 ? '' : whole.slice(at + 1)
  const glued = path.search(GLUED)
  const clean = glued < 0 ? path : path.slice(0, glued)
  const more = glued < 0 || path[glued] === '#' ? '' : path.slice(glued + 1).split('#', 1)[0]
  return {
    segments: clean.split(/[/\\]+/).filter(part => part.trim() !== ''),
    search: [more, search].filter(Boolean).join('&'),
  }
}

/** Characters of a path that are offered to be searched for. */
const MAX_WORDS = 80

const withSearch = (path: string, search: string): string => (search === '' ? path : `${path}?${search}`)

/**
 * The intended address of one that other programs changed: escaped otherwise or twice, with punctuation,
 * quotes, file endings or trackers around it, in capitals, or as arXiv and Hugging Face name the same page.
 *
 * It is for addresses that lead nowhere, and also takes ids apart: do not call it for ids that exist.
 * A second call turns names of papers that still lead nowhere into lower case. The result begins with a folder of this site,
 * so it never leads to another site.
 *
 * @param address path below the base, with its query string
 * @returns the address as `paths` and `searchOf` write it; undefined if it resembles no page
 */
export function repairAddress(address: string): string | undefined {
  const { segments, search } = partsOf(address)
  const view = repairSearch(search)
  const at = segments.findIndex(segment => folderOf(trimmed(segment)) !== undefined)
  const folder = folderOf(trimmed(segments[at] ?? ''))
  const behind = segments.slice(at + 1)
  const text = behind.join('/')
  const [, doi] = DOI.exec(segments.join('/')) ?? []
  if (doi !== undefined && arxivIdIn(doi) === undefined)
    return paths.front(repairSearch(`q=${encodeURIComponent(doi.replace(AROUND, ''))}`))
  const named = behind
    .filter(segment => !INDEX.test(segment))
    .map(trimmed)
    .filter(name => name !== '')
  // `papers/date/2025-12-11`: folders within folders say more than the first.
  const inner = folderOf(named[0] ?? '')
  if (inner !== undefined && named.length > 1)
    return repairAddress(`/${behind.map(encodeURIComponent).join('/')}?${view}`)
  if (folder !== 'theme' && folder !== 'front') {
    const digest = folder === 'paper' ? undefined : digestIn(text)
    const arxivId = digest === undefined || folder === undefined ? arxivIdIn(text) : undefined
    if (arxivId !== undefined) return paths.paper(arxivId)
    if (digest !== undefined) return withSearch(paths.digest(digest), 'span' in spanOf(digest) ? view : '')
  }
  switch (folder) {
    case 'paper': {
      const id = named.join('/').replace(/\s+/g, '-')
      if (id === '') return paths.front(view)
      const path = paths.paper(id)
      return path === address ? paths.paper(id.toLowerCase()) : path
    }
    case 'theme':
      return named.length === 0 ? paths.themes() : paths.theme(themeIn(named), view)
    case 'digest':
      // The page of an impossible day names the nearest days.
      return /^digest$/i.test(trimmed(segments[at] ?? '')) && named.length > 0 ? undefined : paths.digests()
    case 'help':
      return paths.help()
    case 'front':
      return paths.front(view || repairSearch(`q=${encodeURIComponent(named.join(' '))}`))
    case undefined:
      return segments.some(segment => trimmed(segment) !== '') ? undefined : paths.front(view)
    default:
      return folder satisfies never
  }
}

/** Names of themes have small letters, figures and hyphens. */
const themeIn = (named: readonly string[]): string =>
  (named.at(-1) ?? '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')

/**
 * Repairs an address without knowing which papers exist: ids stay as they are, except arXiv ids with additions.
 *
 * @param address path below the base, with its query string and fragment
 * @returns the same address if there is nothing to repair, or no way to
 */
export function tidyAddress(address: string): string {
  const [path = ''] = address.split(/[?#]/, 1)
  const [, folder = '', ...behind] = path.split(/[/\\]+/)
  const id = behind.join('/')
  if (folder.toLowerCase() !== 'paper' || id === '' || ALONE.test(decodeWholly(id)))
    return repairAddress(address) ?? address
  return `/paper/${id.replace(/(?:(?:\/index)?\.html?|\/){1,4}$/i, '')}`
}

/** The words of a path, as a search if it resembles no page. */
export const pathWords = (path: string): string =>
  partsOf(path)
    .segments.map(segment => trimmed(segment).replace(/[^\p{L}\p{N}.]+/gu, ' '))
    .join(' ')
    .trim()
    .slice(0, MAX_WORDS)
