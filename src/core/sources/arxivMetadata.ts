import { isObject, ownValue } from '../text/jsonObject.ts'
import type { Shape } from './shape.ts'

/**
 * The arXiv's own metadata as Kaggle hands them out: one object a line, names in parts, all versions with their dates.
 * `comments` are words of the authors there, and `update_date` is the day of the last change of the record.
 */
export const arxivMetadata: Shape = {
  format: 'arxiv-metadata',
  called: "the arXiv's metadata snapshot",
  isOne: entry =>
    Array.isArray(ownValue(entry, 'authors_parsed')) ||
    (Array.isArray(ownValue(entry, 'versions')) && 'submitter' in entry),
  fields: {
    title: ['title'],
    abstract: ['abstract'],
    authors: ['authors_parsed', 'authors'],
    identifiers: ['id', 'doi'],
    published: ['first'],
    revised: ['last'],
    version: ['version'],
    categories: ['categories'],
  },
  prepared(entry) {
    const versions = ownValue(entry, 'versions')
    const all = Array.isArray(versions) ? versions.filter(isObject) : []
    const [first, last] = [all[0], all.at(-1)]
    const number = /^v?(\d{1,3})$/.exec(String(last && ownValue(last, 'version')))?.[1]
    return {
      ...entry,
      first: first && ownValue(first, 'created'),
      last: all.length > 1 && last ? ownValue(last, 'created') : undefined,
      version: number === undefined ? undefined : Number(number),
    }
  },
}
