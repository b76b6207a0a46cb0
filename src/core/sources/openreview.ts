import { isObject, type JsonObject, ownValue } from '../text/jsonObject.ts'
import type { Shape } from './shape.ts'

/** The second version of the API writes `{ value: … }` around each value; the first does not. */
const unwrapped = (content: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(content).map(([key, value]) => [
      key,
      isObject(value) && Object.hasOwn(value, 'value') ? value.value : value,
    ]),
  )

const HOST = 'https://openreview.net'

/** Notes of OpenReview (api.openreview.net and api2.openreview.net), the submissions among them. */
export const openReview: Shape = {
  format: 'openreview',
  called: 'notes of OpenReview',
  isOne: entry =>
    isObject(ownValue(entry, 'content')) &&
    ['forum', 'invitation', 'invitations', 'signatures', 'cdate', 'tcdate'].some(key => key in entry),
  fields: {
    title: ['content.title'],
    abstract: ['content.abstract'],
    summary: ['content.TLDR', 'content.TL;DR', 'content.tldr', 'content.one-sentence_summary'],
    authors: ['content.authors'],
    identifiers: [
      'content.arxiv',
      'content.arxiv_id',
      'content.doi',
      'content.DOI',
      'page',
      'content.pdf',
      'content.html',
      'content.url',
    ],
    published: ['pdate', 'odate', 'cdate', 'tcdate'],
    code: ['content.code', 'content.code_url', 'content.code_link', 'content.Code'],
    project: ['content.project_page', 'content.website'],
    keywords: ['content.keywords'],
  },
  prepared(entry) {
    const content = unwrapped(ownValue(entry, 'content') as JsonObject)
    const forum = ownValue(entry, 'forum') ?? ownValue(entry, 'id')
    const isId = typeof forum === 'string' && /^[\w-]{1,40}$/.test(forum)
    // A path of the site: the page of the paper leads there.
    if (typeof content.pdf === 'string' && content.pdf.startsWith('/')) delete content.pdf
    return { ...entry, content, ...(isId && { page: `${HOST}/forum?id=${forum}` }) }
  },
  passedOver(entry) {
    const [id, forum, replyto] = ['id', 'forum', 'replyto'].map(key => ownValue(entry, key))
    if (typeof ownValue(entry, 'ddate') === 'number') return 'a deleted note'
    const isReply =
      (typeof forum === 'string' && typeof id === 'string' && forum !== id) || typeof replyto === 'string'
    return isReply ? 'a review, decision or comment, no paper' : undefined
  },
}
