import { isObject, type JsonObject } from '../text/jsonObject.ts'
import type { Shape } from './shape.ts'
import { bare } from './unknownFields.ts'

/** Objects whose fields are read too. */
const WITHIN = ['details', 'externalIds']

/** The names of fields, by what is left of them without case, hyphens and underscores; of several, the first. */
let spellings: Map<string, string> | undefined

/** The object with its fields named as `commonNames` has them: `Title`, `ARXIV_ID` and `published-at` are known fields. */
function inUsualSpelling(entry: JsonObject): JsonObject {
  const fields = [...Object.values(commonNames.fields).flat(), ...(commonNames.otherFields ?? []), ...WITHIN]
  const names = fields.map(field => field.split('.').at(-1) as string)
  spellings ??= new Map(names.toReversed().map(name => [bare(name), name]))
  const known = new Set([...spellings.values(), ...names])
  const pairs = Object.entries(entry).map(([key, value]): [string, unknown] => {
    const name = known.has(key) ? key : spellings?.get(bare(key))
    const usual = name === undefined || (name !== key && Object.hasOwn(entry, name)) ? key : name
    return [usual, isObject(value) && WITHIN.includes(usual) ? inUsualSpelling(value) : value]
  })
  return Object.fromEntries(pairs)
}

const isPart = (value: unknown): boolean => /^(?:\d{1,4}|[a-z]{3,9}\.?)$/i.test(String(value))

/** A year, a month and a day in fields of their own, as one date. */
function withWholeDate(entry: JsonObject): JsonObject {
  const { year, month, day } = entry
  if (!/^\d{4}$/.test(String(year)) || !isPart(month)) return entry
  const isDay = /^\d{1,2}$/.test(String(day))
  const { day: listed, ...others } = entry
  const date = [year, month, ...(isDay ? [day] : [])].join(/^\d+$/.test(String(month)) ? '-' : ' ')
  return { ...others, ...(!isDay && listed !== undefined && { day: listed }), year: date }
}

/** Papers as people and small tools write them: the usual names of fields. */
export const commonNames: Shape = {
  format: 'json-lines',
  called: 'papers in JSON',
  isOne: () => true,
  isListing: true,
  prepared: entry => withWholeDate(inUsualSpelling(entry)),
  fields: {
    title: ['title', 'paper_title', 'paperTitle'],
    abstract: [
      'abstract',
      'details.abstract',
      'paper_abstract',
      'paperAbstract',
      'summary',
      'details.summary',
      'description',
    ],
    summary: ['tldr', 'TLDR', 'tl;dr', 'ai_summary', 'details.tldr', 'summary'],
    authors: [
      'authors',
      'author',
      'details.authors',
      'creators',
      'author_names',
      'author_list',
      'authors_list',
    ],
    organization: ['organization', 'organisation'],
    identifiers: [
      ...[
        'arxiv_id',
        'arxivId',
        'arxivID',
        'arXivId',
        'arxiv',
        'arXiv',
        'eprint',
        'externalIds.ArXiv',
        'externalIds.DOI',
      ],
      ...['id', '_id', 'paper_id', 'paperId', 'entry_id', 'entryId', 'doi', 'DOI', 'doi_url'],
      ...[
        'abs',
        'abs_url',
        'absUrl',
        'arxiv_url',
        'arxivUrl',
        'url',
        'link',
        'href',
        'paper_url',
        'paperUrl',
        'paper_link',
        'hf_url',
        'page',
        'page_url',
      ],
      ...[
        'pdf',
        'pdf_url',
        'pdfUrl',
        'pdf_link',
        'html',
        'html_url',
        'details.arxiv_id',
        'details.arxiv_page_url',
        'details.url',
        'details.pdf_url',
      ],
    ],
    published: [
      ...[
        'publishedAt',
        'published_at',
        'published',
        'publication_date',
        'publicationDate',
        'published_date',
        'publishedDate',
      ],
      ...[
        'date_published',
        'datePublished',
        'pub_date',
        'pubDate',
        'submitted',
        'submitted_at',
        'submittedDate',
        'created',
        'date',
      ],
      ...['details.published', 'details.date', 'year', 'publication_year', 'publicationYear', 'pub_year'],
    ],
    revised: ['revisedAt', 'updatedAt', 'updated_at', 'updated', 'updated_date', 'revised'],
    listed: ['day', 'listedOn', 'listed_on', 'listed', 'listedOnDaily', 'submittedOnDailyAt'],
    version: ['version'],
    kind: ['kind', 'type'],
    upvotes: ['upvotes', 'num_upvotes', 'upvote_count'],
    comments: ['numComments', 'num_comments', 'comments', 'comment_count'],
    stars: ['githubStars', 'github_stars', 'stars'],
    code: [
      'githubRepo',
      'github_repo',
      'github',
      'github_url',
      'githubUrl',
      'code',
      'code_url',
      'codeUrl',
      'repo',
      'repo_url',
      'repository',
    ],
    project: ['projectPage', 'project_page', 'projectUrl', 'project_url', 'project', 'website', 'homepage'],
    thumbnail: ['thumbnail', 'thumbnailUrl', 'thumbnail_url'],
    keywords: ['ai_keywords', 'keywords', 'tags'],
    categories: ['categories', 'category', 'primary_category', 'primaryCategory', 'subjects'],
  },
  otherFields: [
    ...[
      'comment',
      'details',
      'externalIds',
      'source',
      'sources',
      'venue',
      'journal',
      'journal_ref',
      'journal-ref',
      'conference',
    ],
    ...[
      'license',
      'language',
      'rank',
      'index',
      'score',
      'affiliation',
      'affiliations',
      'institution',
      'institutions',
      'citations',
    ],
    ...[
      'citationCount',
      'citation_count',
      'embedding',
      'thumbnails',
      'image',
      'images',
      'media',
      'mediaUrls',
      'submittedBy',
    ],
    ...[
      'submittedOnDailyBy',
      'submitted_by',
      'submitter',
      'discussionId',
      'isAuthorParticipating',
      'month',
      'note',
      'notes',
    ],
    ...[
      'text',
      'full_text',
      'content',
      'references',
      'crawled_at',
      'scraped_at',
      'fetched_at',
      'retrieved_at',
      'hidden',
    ],
    ...[
      'primary',
      'author_count',
      'authorCount',
      'num_authors',
      'report-no',
      'volume',
      'number',
      'pages',
      'publisher',
      'issn',
      'isbn',
    ],
  ],
}
