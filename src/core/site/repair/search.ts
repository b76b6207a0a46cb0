import { searchOf, viewOf } from '../view.ts'
import { decode } from './decode.ts'

/** Names of the query in forms of other sites, the likeliest first. */
const QUERY_NAMES = [
  ...['q', 'query', 'search', 'search_query', 'searchquery', 'searchterm', 'search_term'],
  ...['s', 'term', 'terms', 'keyword', 'keywords', 'text', 'words', 'find', 'k'],
]
const NAMES = new Set([...QUERY_NAMES, 'sort', 'view', 'page'])

/** Tracking parameters of links. Any unknown parameter with a value is dropped; these also without one. */
const TRACKER =
  /^(?:utm_\w+|\w*clid|gclsrc|[gw]braid|mc_[ce]id|igsh|igshid|_ga|_gl|_hs\w+|mkt_tok|spm|mibextid|ref|ref_src)$/i

/** Longer than any accepted query, however it is encoded. */
const MAX_LOOKED_AT = 10_000

const isName = (name: string): boolean => NAMES.has(name) || TRACKER.test(name)

const SIGNS: Record<string, string> = {
  quot: '%22',
  '#34': '%22',
  '#x22': '%22',
  apos: "'",
  '#39': "'",
  '#x27': "'",
  lt: '%3C',
  gt: '%3E',
}

/** Character references of HTML, left in addresses by programs that copy the source of a page. */
const withoutReferences = (search: string): string =>
  search
    .replace(/&(?:(?:amp|#0*38|#x0*26)(?:;|%3B))+/gi, '&')
    .replace(/%26(?:amp|#0*38|#x0*26|%2338)(?:;|%3B)(?=\w+(?:=|%3D))/gi, '&')
    .replace(/&(#?\w+);/g, (whole, name: string) => SIGNS[name.toLowerCase()] ?? whole)

/** The parameters of a query string; one that was encoded as a whole is decoded first. */
function partsOf(search: string): string[] {
  const plain = search.includes('=') ? search : search.replace(/%(?:3D|26)/gi, sign => decode(sign))
  // Some programs begin additions with another question mark, or with a semicolon.
  return plain.split(/&|[?;](?=\w+=)/).filter(part => part !== '')
}

/** Characters that cannot end a value. */
const END = /[.,;:!?'’‘”“"»›>\])}]/

const count = (text: string, sign: string): number => text.split(sign).length - 1

/**
 * The intended query. Text with escapes, but without a space or a character that is always escaped, was encoded twice.
 * Punctuation after the value of an operator is removed, and so are unopened quotes and parentheses.
 */
function queryIn(text: string): string {
  let query = text
  for (let times = 0; times < 3 && /%[\da-f]{2}/i.test(query) && /^[\w%+.~!*'():,/-]+$/.test(query); times++)
    query = decode(query.replaceAll('+', ' '))
  query = query.replace(/[\p{Cc}\p{Cf}]/gu, '').trim()
  if (!/^-?[a-z]+:/i.test(query.split(/[\s(]/).at(-1) ?? '')) return query
  for (;;) {
    const last = query.at(-1) ?? ''
    const isClosing =
      (last === '"' && count(query, '"') % 2 === 0) ||
      (last === ')' && count(query, ')') <= count(query, '('))
    if (isClosing || !END.test(last)) return query
    query = query.slice(0, -1)
  }
}

/**
 * The intended query string, without `?`, as `searchOf` writes it: other names of `q`, HTML's `&amp;`, double encoding,
 * damaged escapes and punctuation at the end are repaired, and other additions are dropped.
 *
 * @param search with its `?` or without
 */
export function repairSearch(search: string): string {
  const looked = search.replace(/^\?+/, '').slice(0, MAX_LOOKED_AT)
  const found = new Map<string, string>()
  let last = ''
  for (const part of partsOf(withoutReferences(looked))) {
    const [rawName = '', ...rest] = part.split('=')
    const name = decode(rawName).trim().toLowerCase()
    const value = decode(rest.join('=').replaceAll('+', ' '))
    if (isName(name)) {
      if (!found.has(name)) found.set(name, value)
      last = name
    } else if (rest.length === 0 && QUERY_NAMES.includes(last)) {
      // An unescaped ampersand of the query itself: `?q=Q&A`.
      found.set(last, `${found.get(last)}&${decode(rawName.replaceAll('+', ' '))}`)
    }
  }
  const query = QUERY_NAMES.map(name => found.get(name)).find(value => value !== undefined) ?? ''
  const words = ['sort', 'view', 'page'].map(
    name => `${name}=${(found.get(name) ?? '').replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase()}`,
  )
  return searchOf({
    ...viewOf(words.join('&')),
    q: viewOf(`q=${encodeURIComponent(wellFormed(queryIn(query)))}`).q,
  })
}

const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\uFFFD')
