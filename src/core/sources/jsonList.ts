import { isObject, type JsonObject, ownValue } from '../text/jsonObject.ts'
import { arxivIdIn } from './identifiers.ts'
import { bare } from './unknownFields.ts'

/** The names that APIs and people give a list of papers within an object. */
const LISTS = [
  ...[
    'papers',
    'results',
    'data',
    'items',
    'entries',
    'notes',
    'works',
    'records',
    'articles',
    'publications',
  ],
  ...['recommendedPapers', 'preprints', 'documents', 'docs', 'rows', 'hits', 'hit', 'list', 'collection'],
]
/** The names of objects around such an object: Crossref's `message`, the `response` of Solr. */
const AROUND = ['message', 'response', 'result', 'hits', 'data', 'feed', 'body', 'results']
/** The names of objects around one paper: the entry of a day, a citation, the row of a table, a hit of a search. */
const AROUND_ONE = ['paper', 'citingPaper', 'citedPaper', 'row', '_source', 'info', 'work', 'note']
/** Fields that an entry around a paper adds to it. */
const OF_THE_ENTRY = ['numComments', 'organization', 'thumbnail', 'submittedOnDailyAt']
const DAYS = ['date', 'day', 'listedOn', 'listed_on', 'listing_date']
const TITLES = new Set(['title', 'displayname', 'papertitle'])

/** A list of records in a JSON value. */
export interface JsonList {
  /** Its path in the value: `.data`, or nothing. */
  path: string
  entries: readonly unknown[]
  /** The object that holds it. */
  head: JsonObject
}

/** Whether a record has a title, or is around one that has. */
function isTitled(value: unknown): boolean {
  if (!isObject(value)) return false
  const content = ownValue(value, 'content')
  if (isObject(content) && 'title' in content) return true
  if (Object.keys(value).some(key => typeof value[key] === 'string' && TITLES.has(bare(key)))) return true
  return Array.isArray(ownValue(value, 'title')) || AROUND_ONE.some(key => isTitled(ownValue(value, key)))
}

function listWithin(object: JsonObject, path: string, isFilled: boolean): JsonList | undefined {
  for (const key of LISTS) {
    const value = ownValue(object, key)
    if (!Array.isArray(value)) continue
    if (!isFilled || value.some(isTitled)) return { path: `${path}.${key}`, entries: value, head: object }
  }
  return undefined
}

/** Papers by their ids: `{ "2510.10001": { title } }`. The id is told to each that has none. */
function listByIds(object: JsonObject, path: string): JsonList | undefined {
  const pairs = Object.entries(object)
  const arePapers = pairs.every(([key, value]) => arxivIdIn(key) !== undefined && isTitled(value))
  if (pairs.length === 0 || !arePapers) return undefined
  const entries = pairs.map(([id, value]) => ({ id, ...(value as JsonObject) }))
  return { path, entries, head: {} }
}

/**
 * The list of papers in a JSON value: itself, in a field of an object, or in one of an object within. `undefined` where
 * there is none. A list with papers in it goes before one without.
 */
export function jsonListIn(value: unknown): JsonList | undefined {
  if (Array.isArray(value)) return { path: '', entries: value, head: {} }
  if (!isObject(value)) return undefined
  const inner = AROUND.flatMap(key => {
    const object = ownValue(value, key)
    return isObject(object) ? [[`.${key}`, object] as const] : []
  })
  const papers = ownValue(value, 'papers')
  return (
    listWithin(value, '', true) ??
    inner.map(([path, object]) => listWithin(object, path, true)).find(list => list !== undefined) ??
    (isObject(papers) ? listByIds(papers, '.papers') : undefined) ??
    (isTitled(value) ? undefined : (listByIds(value, '') ?? listWithin(value, '', false))) ??
    undefined
  )
}

/** One record in a JSON value that is no list: itself, or what an object is around. */
export const isRecord = (value: unknown): value is JsonObject => isTitled(value)

/** The paper that an entry of a list is, or is around; and its path in the entry. */
export function paperIn(entry: JsonObject): { path: string; paper: JsonObject } {
  for (const key of AROUND_ONE) {
    const paper = ownValue(entry, key)
    if (!isObject(paper) || !isTitled(paper)) continue
    const added = OF_THE_ENTRY.filter(field => !(field in paper) && field in entry).map(field => [
      field,
      entry[field],
    ])
    return { path: `.${key}`, paper: { ...paper, ...Object.fromEntries(added) } }
  }
  return { path: '', paper: entry }
}

/** The day that the object around a list says it is of. */
export const dayOfHead = (head: JsonObject): unknown =>
  DAYS.map(key => ownValue(head, key)).find(day => typeof day === 'string')

/** How many results there are in all, where the object around a list says so. */
export function totalOf(head: JsonObject): number | undefined {
  const meta = ownValue(head, 'meta')
  const all = [
    ownValue(head, 'total'),
    ownValue(head, 'count'),
    ownValue(head, 'total-results'),
    isObject(meta) && ownValue(meta, 'count'),
  ]
  return all.find(count => typeof count === 'number' && Number.isInteger(count)) as number | undefined
}

/** The error that an API answers with: `{ error }`, `{ message, code }`, `{ detail }`. */
export function errorIn(value: unknown): string | undefined {
  if (!isObject(value)) return undefined
  for (const key of ['error', 'errors', 'message', 'detail']) {
    const error = ownValue(value, key)
    if (typeof error === 'string' && error.trim() !== '') return error
    if (error !== undefined && error !== null && (isObject(error) || Array.isArray(error)))
      return JSON.stringify(error)
  }
  return undefined
}
