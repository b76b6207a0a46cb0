import { isObject, ownValue } from '../text/jsonObject.ts'
import type { Shape } from './shape.ts'

const OWN_FIELDS = [
  'discussionId',
  'submittedOnDailyAt',
  'submittedOnDailyBy',
  'ai_keywords',
  'ai_summary',
  'isAuthorParticipating',
  'upvotes',
]

/**
 * Papers of the Hugging Face API, `/api/papers/…`: alone, in a list, or within the entries of a day. Counts are of the
 * day on which they were asked for.
 */
export const hfPapers: Shape = {
  format: 'daily-papers',
  called: 'papers of Hugging Face',
  isOne: entry => {
    const authors = ownValue(entry, 'authors')
    return (
      typeof ownValue(entry, 'id') === 'string' &&
      'publishedAt' in entry &&
      OWN_FIELDS.some(field => field in entry) &&
      Array.isArray(authors) &&
      authors.every(isObject)
    )
  },
  isListing: false,
  fields: {
    title: ['title'],
    abstract: ['summary', 'abstract'],
    summary: ['ai_summary'],
    authors: ['authors'],
    organization: ['organization'],
    identifiers: ['id'],
    published: ['publishedAt'],
    listed: ['submittedOnDailyAt'],
    upvotes: ['upvotes'],
    comments: ['numComments'],
    stars: ['githubStars'],
    code: ['githubRepo'],
    project: ['projectPage'],
    thumbnail: ['thumbnail'],
    keywords: ['ai_keywords'],
  },
}
