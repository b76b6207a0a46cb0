import { listingDays } from '../papers/listingDays.ts'
import type { CorpusPaper } from '../papers/manifest.ts'

/** A calendar day, month or year: `2025-12-11`, `2025-12`, `2025`. */
export type DatePeriod = string

interface FieldRow {
  /** Heading on the help page and name of the value on a chip. */
  label: string
  /** Completes the sentence "papers …" on the help page. */
  about: string
  examples: readonly string[]
}

/** Matches words and phrases in one part of a paper. */
interface TextField extends FieldRow {
  kind: 'text'
  /** The parts of the paper to look in; a phrase never runs from one part into the next. */
  texts: (paper: CorpusPaper) => readonly string[]
  /** The names to complete what is typed with; absent where the texts are prose. */
  names?: (paper: CorpusPaper) => readonly string[]
}

/** Matches one of a set of names that a paper carries. */
interface SetField extends FieldRow {
  kind: 'set'
  values: (paper: CorpusPaper) => readonly string[]
  /** The only values there are; absent where they come from the corpus. */
  known?: readonly string[]
}

/** Matches a whole number: `3`, `>3`, `>=3`, `<3`, `<=3`, `1..5`. Papers for which it is unknown never match. */
interface NumberField extends FieldRow {
  kind: 'number'
  number: (paper: CorpusPaper) => number | undefined
}

/**
 * Matches days by a period or a range of periods: `2025`, `2025-10`, `2025-09..2025-11`, `>=2025-10-11`. A date of which
 * only the month or the year is known matches where all of its days do.
 */
interface DayField extends FieldRow {
  kind: 'day'
  days: (paper: CorpusPaper) => readonly string[]
  /** Reads a single period as the start or (exclusive) end of a range instead of as itself. */
  bound?: 'from' | 'until'
  /** The periods to complete what is typed with. */
  completion: 'year' | 'month' | 'day'
}

/** Matches days by their distance from the newest digest: `7d`, `2w`, `3m`, `1y`. */
interface AgeField extends FieldRow {
  kind: 'age'
  days: (paper: CorpusPaper) => readonly string[]
}

/** Matches the paper of that id or former id. */
interface IdField extends FieldRow {
  kind: 'id'
}

/** Matches the papers that have a DOI, however that is written. */
interface DoiField extends FieldRow {
  kind: 'doi'
  /** In lower case. */
  dois: (paper: CorpusPaper) => readonly string[]
}

export type Field = TextField | SetField | NumberField | DayField | AgeField | IdField | DoiField

const published = (paper: CorpusPaper): string[] =>
  paper.publishedAt === undefined ? [] : [paper.publishedAt]
const appeared = (paper: CorpusPaper): readonly string[] => {
  const days = listingDays(paper)
  return days.length > 0 ? days : published(paper)
}

/** Maths that our display form could not turn into plain characters. */
const MATHS = /\$[^$]+\$|\\\(|\\\[|\\[a-z]{2,}\b/

/** Most texts have neither sign. */
const hasMaths = (text: string): boolean => (text.includes('$') || text.includes('\\')) && MATHS.test(text)

const HAS: Record<string, (paper: CorpusPaper) => boolean> = {
  code: paper => paper.codeUrls.length > 0,
  comments: paper => (paper.comments ?? 0) > 0,
  maths: paper => hasMaths(paper.title) || hasMaths(paper.abstract ?? ''),
  authors: paper => (paper.authors?.length ?? 0) > 0,
}

/**
 * The operators of the query language. The parser, matcher, facets, chips, help page and completion all derive from
 * this table.
 */
export const FIELDS = {
  title: {
    kind: 'text',
    label: 'Title',
    about: 'with a word or phrase in the title',
    examples: ['title:entropy', 'title:"policy optimization"'],
    texts: paper => [paper.title],
  },
  abstract: {
    kind: 'text',
    label: 'Abstract',
    about: 'with a word or phrase in the abstract',
    examples: ['abstract:rollout'],
    texts: paper => [paper.abstract ?? ''],
  },
  author: {
    kind: 'text',
    label: 'Author',
    about: 'by an author, where the names are known',
    examples: ['author:"Sangmin Bae"'],
    texts: paper => paper.authors ?? [],
    names: paper => paper.authors ?? [],
  },
  org: {
    kind: 'text',
    label: 'Organisation',
    about: 'from an organisation',
    examples: ['org:inclusionAI'],
    texts: paper => (paper.organization ? [paper.organization.slug ?? '', paper.organization.name] : []),
    names: paper => (paper.organization ? [paper.organization.name] : []),
  },
  theme: {
    kind: 'set',
    label: 'Theme',
    about: 'that belong to a theme, or to one of several',
    examples: ['theme:rlvr', 'theme:rlvr,kv-cache', '-theme:moe'],
    values: paper => paper.themes,
  },
  has: {
    kind: 'set',
    label: 'Has',
    about: 'that come with something',
    examples: ['has:code', 'has:comments'],
    values: paper => Object.keys(HAS).filter(name => HAS[name]?.(paper)),
    known: Object.keys(HAS),
  },
  after: {
    kind: 'day',
    label: 'Published from',
    about: 'published on or after a day, month or year',
    examples: ['after:2025-10-01'],
    days: published,
    bound: 'from',
    completion: 'month',
  },
  before: {
    kind: 'day',
    label: 'Published before',
    about: 'published before a day, month or year',
    examples: ['before:2024-11'],
    days: published,
    bound: 'until',
    completion: 'month',
  },
  year: {
    kind: 'day',
    label: 'Year',
    about: 'published in a year',
    examples: ['year:2025', 'year:2023..2024'],
    days: published,
    completion: 'year',
  },
  date: {
    kind: 'day',
    label: 'Published',
    about: 'published on a day, in a month, or within a range',
    examples: ['date:2025-10', 'date:2025-09..2025-11'],
    days: published,
    completion: 'month',
  },
  listed: {
    kind: 'day',
    label: 'Listed',
    about: 'in the digest of a day',
    examples: ['listed:2025-12-11'],
    days: listingDays,
    completion: 'day',
  },
  last: {
    kind: 'age',
    label: 'Last',
    about: 'in a digest (else published) in the days, weeks, months or years up to the newest digest',
    examples: ['last:7d', 'last:3m'],
    days: appeared,
  },
  comments: {
    kind: 'number',
    label: 'Comments',
    about: 'by the number of comments',
    examples: ['comments:>3'],
    number: paper => paper.comments,
  },
  authors: {
    kind: 'number',
    label: 'Authors',
    about: 'by the number of authors',
    examples: ['authors:1..5'],
    number: paper => paper.authors?.length ?? paper.authorCount,
  },
  upvotes: {
    kind: 'number',
    label: 'Upvotes',
    about: 'by the number of upvotes, where a source told it',
    examples: ['upvotes:>=10'],
    number: paper => paper.upvotes,
  },
  id: {
    kind: 'id',
    label: 'Id',
    about: 'by id; a pasted arXiv id or address is understood too',
    examples: ['id:2512.05564'],
  },
  doi: {
    kind: 'doi',
    label: 'DOI',
    about: 'by DOI; a pasted DOI or address of doi.org is understood too',
    examples: ['doi:10.48550/arXiv.2512.05564'],
    dois: ({ arxivId, dois = [] }) =>
      arxivId === undefined ? dois : [...dois, `10.48550/arxiv.${arxivId.toLowerCase()}`],
  },
} as const satisfies Record<string, Field>

export type FieldName = keyof typeof FIELDS

export const FIELD_NAMES = Object.keys(FIELDS) as FieldName[]

/** The fields that hold one of a set of names. */
export type SetFieldName = {
  [Name in FieldName]: (typeof FIELDS)[Name]['kind'] extends 'set' ? Name : never
}[FieldName]

export const isFieldName = (name: string): name is FieldName => Object.hasOwn(FIELDS, name)

export const fieldOf = (name: FieldName): Field => FIELDS[name]
