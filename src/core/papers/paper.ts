import * as z from 'zod/mini'
import { WEB_ADDRESS } from '../text/safeUrl.ts'
import { ARXIV_ID } from './arxiv.ts'
import { AuthorName } from './authorNames.ts'
import { DOI } from './doi.ts'

/** A calendar day, `yyyy-mm-dd`, without a time zone. */
export const Day = z.iso.date()

/** A day, a month or a year: `2024-07-12`, `2024-07`, `2024`. Its length is its precision. */
export const PartialDate = z.union([
  Day,
  z.string().check(z.regex(/^[12]\d{3}-(?:0[1-9]|1[0-2])$/)),
  z.string().check(z.regex(/^[12]\d{3}$/)),
])

/** Kinds of publication, as sources tell them apart. */
export const PAPER_KINDS = [
  'article',
  'book',
  'chapter',
  'conference',
  'dataset',
  'preprint',
  'report',
  'software',
  'thesis',
  'web',
] as const

/** Kinds of announcement on the arXiv: a new paper, one from another category, a new version. */
export const ANNOUNCEMENTS = ['new', 'cross', 'replace', 'replace-cross'] as const

/**
 * The kind of text that a record was read from. A later entry knows better: where two records of one paper disagree
 * on a fact that has one value (title, abstract, publication date, author names), the higher rank wins. BibTeX, RIS and
 * CSL-JSON come first: files that people keep have titles without their capitals and lists of authors cut short. Indexes
 * come before the daily papers, and the arXiv itself comes last.
 */
export const FORMATS = [
  'links',
  'bibtex',
  'ris',
  'csl',
  'page-text',
  'json-lines',
  'facts',
  'openalex',
  'semantic-scholar',
  'openreview',
  'daily-papers',
  'oai-pmh',
  'arxiv-metadata',
  'arxiv-feed',
  'arxiv',
] as const

/** Where a record came from, and which facts it gave: so that every value of a merged paper can be traced. */
const Source = z.object({
  name: z.string(),
  format: z.enum(FORMATS),
  gave: z.array(z.string()),
})

export const ArxivId = z.string().check(z.regex(ARXIV_ID))

/** An address a page may link to. */
export const WebUrl = z.string().check(z.regex(WEB_ADDRESS))

const Organization = z.object({ slug: z.exactOptional(z.string()), name: z.string() })

const Count = z.int().check(z.nonnegative())

/** Name of a file in a folder of thumbnails: no path, nothing hidden. */
const FileName = z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/))

const paperShape = {
  /** As received, TeX included; `displayText` derives what is shown. */
  title: z.string().check(z.minLength(1)),
  /** The title as TeX, where a source gave TeX: citations need it even if a better source gave plain text. */
  titleTex: z.exactOptional(z.string().check(z.minLength(1))),
  /** Other titles that records of this paper carried: by these, too, a later record is recognised. */
  alsoTitled: z.array(z.string()),
  /** As received: TeX remains are kept here, `displayText` derives what is shown. */
  abstract: z.exactOptional(z.string()),
  /** A source's summary in a sentence or two. */
  summary: z.exactOptional(z.string()),
  arxivId: z.exactOptional(ArxivId),
  /** Version on the arXiv, from 1, and the date of that version. */
  version: z.exactOptional(z.int().check(z.positive())),
  revisedAt: z.exactOptional(PartialDate),
  announced: z.exactOptional(z.enum(ANNOUNCEMENTS)),
  /** In lower case, as `doiOf` gives them. A preprint and its published version have one each. */
  dois: z.array(z.string().check(z.regex(DOI))),
  kind: z.exactOptional(z.enum(PAPER_KINDS)),
  /** Names in the order of the paper, each as pages show it. */
  authors: z.exactOptional(z.array(z.string())),
  /** True where the source ends its list of authors in “others” or “et al.”: how many more there are is unknown. */
  authorsEndInOthers: z.exactOptional(z.literal(true)),
  /** How names divide, as far as sources say. Each belongs to the author whose name `displayName` makes of it. */
  authorNames: z.array(AuthorName),
  /** How many authors a page counted. Where names are known too, the two can differ: both are kept. */
  authorCount: z.exactOptional(z.int().check(z.positive())),
  organization: z.exactOptional(Organization),
  /** Publication (arXiv), not the day a digest listed it. Absent means unknown. A year never becomes a day. */
  publishedAt: z.exactOptional(PartialDate),
  /** True where the source left the year to be worked out and nothing said which year it was read in. */
  publishedYearInferred: z.exactOptional(z.literal(true)),
  /** Days of the digests that listed the paper, ascending. */
  listedOn: z.array(Day),
  /** Place in the list of a day, from 1, by day. */
  positions: z.exactOptional(z.record(Day, z.int().check(z.positive()))),
  /** Day on which the paper first entered the corpus. */
  addedOn: z.exactOptional(Day),
  /** Comments on the paper's page on the day `commentsOn`. Absent means unknown, 0 means none. */
  comments: z.exactOptional(Count),
  commentsOn: z.exactOptional(Day),
  upvotes: z.exactOptional(Count),
  upvotesOn: z.exactOptional(Day),
  /** Stars of the code's repository on the day `starsOn`. */
  stars: z.exactOptional(Count),
  starsOn: z.exactOptional(Day),
  /** The paper's own page at a publisher or elsewhere. */
  paperUrls: z.array(WebUrl),
  codeUrls: z.array(WebUrl),
  projectUrls: z.array(WebUrl),
  thumbnailUrl: z.exactOptional(WebUrl),
  thumbnailFile: z.exactOptional(FileName),
  keywords: z.array(z.string()),
  categories: z.array(z.string()),
  sources: z.array(Source),
}

/** One record of one paper as a source gave it. */
export const PaperRecord = z.object(paperShape)
export type PaperRecord = z.infer<typeof PaperRecord>

/** A paper of the corpus: what all its records together say. */
export const Paper = z.object({
  /** The arXiv id where known, else a slug of the title. Names the paper in URLs. */
  id: z.string().check(z.minLength(1)),
  /** Ids the paper had before, or would have had: they keep working as links. */
  aliases: z.array(z.string()),
  ...paperShape,
})
export type Paper = z.infer<typeof Paper>
