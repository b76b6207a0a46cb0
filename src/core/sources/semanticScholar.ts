import { isObject, ownValue } from '../text/jsonObject.ts'
import type { Shape } from './shape.ts'

/**
 * Papers of the Academic Graph API of Semantic Scholar (api.semanticscholar.org/graph/v1): searches, bulk searches and
 * batches. Each field but `paperId` is there only where it was asked for, and `null` where it is not known.
 */
export const semanticScholar: Shape = {
  format: 'semantic-scholar',
  called: 'papers of Semantic Scholar',
  isOne: entry =>
    typeof ownValue(entry, 'paperId') === 'string' &&
    (isObject(ownValue(entry, 'externalIds')) || !('paper_id' in entry || 'arxiv_id' in entry)),
  fields: {
    title: ['title'],
    abstract: ['abstract'],
    summary: ['tldr.text'],
    authors: ['authors'],
    identifiers: ['externalIds.ArXiv', 'externalIds.DOI', 'openAccessPdf.url', 'url'],
    published: ['publicationDate', 'year'],
    kind: ['publicationTypes'],
    keywords: ['fieldsOfStudy'],
  },
}
