import type { CorpusPaper } from '../papers/manifest.ts'
import { citedText } from './citedText.ts'
import { cslItem } from './csl.ts'
import { citedAuthors, citedDay } from './lacks.ts'

/** As RFC 4180 has it. */
const CSV_LINE_END = '\r\n'

/** Without this mark spreadsheets read UTF-8 as the code of their country; readers that know CSV skip it. */
export const CSV_BEGINNING = '\ufeff'

/** Signs that a spreadsheet takes for the beginning of a formula, wide forms included. Apostrophes are counted in: see `cell`. */
const FORMULA = /^'*[=+\-@＝＋－＠]/

/**
 * A cell that is only text: an apostrophe before what would be a formula (OWASP ASVS 1.2.10). Where a text itself begins with
 * apostrophes before such a sign it gets one more, so that taking one away always gives the text. Every cell is quoted, since
 * spreadsheets part unquoted ones at semicolons in some countries.
 */
function cell(value: string | number | undefined): string {
  const text = citedText(String(value ?? ''))
  return `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
}

type Column = (paper: CorpusPaper, item: ReturnType<typeof cslItem>) => string | number | undefined

const COLUMNS: Record<string, Column> = {
  key: (_, { id }) => id,
  title: (_, { title }) => title,
  authors: paper => citedAuthors(paper).join('; '),
  author_count: paper => citedAuthors(paper).length || paper.authorCount,
  organization: ({ organization }) => organization?.name,
  published: paper => citedDay(paper),
  listed: ({ listedOn }) => listedOn.join('; '),
  arxiv_id: ({ arxivId }) => arxivId,
  doi: (_, { DOI }) => DOI,
  url: (_, { URL }) => URL,
  code: ({ codeUrls }) => codeUrls.join('; '),
  project: ({ projectUrls }) => projectUrls.join('; '),
  categories: ({ categories }) => categories.join('; '),
  themes: ({ themes }) => themes.join('; '),
  comments: ({ comments }) => comments,
  upvotes: ({ upvotes }) => upvotes,
  note: (_, { note }) => note,
  abstract: (_, { abstract }) => abstract,
}

const line = (cells: string[]): string => cells.join(',') + CSV_LINE_END

export const csvHeader = (): string => line(Object.keys(COLUMNS).map(cell))

/** A paper as a line of a table. */
export function csvLine(paper: CorpusPaper): string {
  const item = cslItem(paper)
  return line(Object.values(COLUMNS).map(column => cell(column(paper, item))))
}
