import type { Sort } from '../search/answer.ts'

/** How a list of papers may be ordered. */
export const SORTS = {
  relevance: { label: 'Relevance' },
  newest: { label: 'Newest' },
  discussed: { label: 'Most discussed' },
} as const satisfies Record<Sort, { label: string }>

/** How much of each paper a list shows. */
export const LAYOUTS = {
  compact: { label: 'Compact', about: 'one line each' },
  cards: { label: 'Cards', about: 'the first lines of abstracts' },
  full: { label: 'Full', about: 'whole abstracts' },
} as const satisfies Record<string, { label: string; about: string }>
export type ListLayout = keyof typeof LAYOUTS

/** The state of a list in its URL. */
export interface View {
  q: string
  /** Absent: by relevance where there are words to rank by, else the newest first. */
  sort?: Sort
  layout: ListLayout
  /** Counted from 1. */
  page: number
}

/**
 * Maximum number of characters of a query in an address; longer ones are cut, reading and writing. Twice the limit of a search
 * (`TYPED` in `query/parse.ts`), so that readers see a notice; encoded less than 5 kB, which every host accepts.
 */
export const MAX_QUERY = 512
const MAX_PAGE = 1_000_000

const isKey = <T extends object>(table: T, key: string | null): key is keyof T & string =>
  key !== null && Object.hasOwn(table, key)

/** Half a pair of surrogates is no character. */
const cut = (q: string): string =>
  q.slice(0, MAX_QUERY).replace(q.length > MAX_QUERY ? /[\uD800-\uDBFF]$/ : '', '')

/** Reads a query string. Whatever is missing or makes no sense falls back to its default. */
export function viewOf(search: string): View {
  const params = new Map<string, string>()
  for (const part of search.replace(/^\?/, '').split('&')) {
    const [key = '', ...value] = part.split('=')
    if (!params.has(key)) params.set(key, decode(value.join('=')))
  }
  const sort = params.get('sort') ?? null
  const layout = params.get('view') ?? null
  const page = params.get('page') ?? ''
  return {
    q: cut(params.get('q') ?? ''),
    ...(isKey(SORTS, sort) ? { sort } : {}),
    layout: isKey(LAYOUTS, layout) ? layout : 'cards',
    page: /^[1-9]\d{0,6}$/.test(page) ? Math.min(Number(page), MAX_PAGE) : 1,
  }
}

/** Percent-decoding that leaves what is not valid as it stands. */
function decode(text: string): string {
  const spaced = text.replaceAll('+', ' ')
  try {
    return decodeURIComponent(spaced)
  } catch {
    // Malformed escapes such as `%E0%A4%A` are shown as they were typed.
    return spaced
  }
}

/** Percent-encoding for the query string that keeps what people read: `theme:rlvr,kv-cache entropy`. */
const encode = (text: string): string =>
  encodeURIComponent(
    text.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD'),
  )
    .replaceAll('%20', '+')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%2F', '/')

/** The query string of a view, without `?`: defaults left out, keys in a fixed order. */
export function searchOf(view: View): string {
  const entries: [string, string][] = []
  if (view.q !== '') entries.push(['q', cut(view.q)])
  if (view.sort) entries.push(['sort', view.sort])
  if (view.layout !== 'cards') entries.push(['view', view.layout])
  if (view.page !== 1) entries.push(['page', String(view.page)])
  return entries.map(([key, value]) => `${key}=${encode(value)}`).join('&')
}

/**
 * Whether a query string, with its `?`, is as `searchOf` writes it, and nothing hints at another program having changed it: an
 * encoded percent sign, or punctuation at its end.
 */
export const isAsWritten = (search: string): boolean =>
  search.replace(/^\?/, '') === searchOf(viewOf(search)) && !/%25|%..$|\W$/.test(search)

/** The view with another query, from its first page. */
export const withQuery = (view: View, q: string): View => ({ ...view, q, page: 1 })
