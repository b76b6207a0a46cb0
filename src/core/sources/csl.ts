import { isObject, ownValue, type Shape } from './shape.ts'

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

/** Items of CSL-JSON, as this site, Zotero, Mendeley and pandoc write them, alone or in a list. */
export const csl: Shape = {
  format: 'csl',
  called: 'CSL-JSON',
  isOne: entry => {
    const authors = ownValue(entry, 'author')
    const hasParts =
      Array.isArray(authors) &&
      authors.some(author => isObject(author) && ('family' in author || 'literal' in author))
    const hasType = typeof ownValue(entry, 'type') === 'string' && 'id' in entry
    return (
      hasParts || OWN_FIELDS.some(field => field in entry) || (hasType && ('DOI' in entry || 'URL' in entry))
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
}
