import { isObject, ownValue } from '../text/jsonObject.ts'
import type { Shape } from './shape.ts'

/** Fields that no other format writes so. */
const OWN_FIELDS = [
  'issued',
  'container-title',
  'title-short',
  'citation-key',
  'citation-label',
  'original-date',
  'event-date',
  'event-title',
]

/** The fields of an item of which little is known. */
const LEAST = ['id', 'type', 'title', 'abstract', 'note']

/** Items of CSL-JSON, as this site, Zotero, Mendeley and pandoc write them, alone or in a list. */
export const csl: Shape = {
  format: 'csl',
  called: 'CSL-JSON',
  isOne: entry => {
    const authors = ownValue(entry, 'author')
    const hasParts =
      Array.isArray(authors) &&
      authors.some(author => isObject(author) && ('family' in author || 'literal' in author))
    if (hasParts || OWN_FIELDS.some(field => field in entry)) return true
    const hasType = typeof ownValue(entry, 'type') === 'string' && 'id' in entry
    return (
      hasType &&
      ('DOI' in entry || 'URL' in entry || Object.keys(entry).every(field => LEAST.includes(field)))
    )
  },
  fields: {
    title: ['title'],
    abstract: ['abstract'],
    authors: ['author'],
    identifiers: ['number', 'archive_location', 'archiveID', 'arxiv', 'DOI', 'URL', 'note', 'id'],
    published: ['issued', 'original-date', 'event-date', 'submitted'],
    version: ['version'],
    kind: ['type'],
    keywords: ['keyword'],
    categories: ['categories'],
  },
  // The format has no type for preprints: `article` is what they are, as opposed to `article-journal`.
  prepared: entry => (ownValue(entry, 'type') === 'article' ? { ...entry, type: 'preprint' } : entry),
}
