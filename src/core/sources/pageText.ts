import type { PaperRecord } from '../papers/paper.ts'
import { codeLinks } from './codeLinks.ts'
import { blocksOf, hasByline } from './pageBlocks.ts'
import { type PageByline, readByline } from './pageByline.ts'
import { dateReader } from './pageDates.ts'
import { arxivIdsOf, pageLines } from './pageLinks.ts'
import { type PaperBlocks, papersOf } from './pagePapers.ts'
import { recordOf } from './record.ts'
import { repeats } from './repeats.ts'
import { rejected, type SourceContext, type SourceFormat, type SourceReading } from './source.ts'

/** The page's own heading as plain text. */
const HEADING = /^\s{0,100}Daily Papers\s{0,100}$/

/** A page of papers has some hundred lines, and the pages of ten years fewer than this. Each costs memory. */
const LINE_LIMIT = 1_000_000

function hasTooManyLines(text: string): boolean {
  // Most texts are of no such length, and need not be gone through.
  if (text.length < LINE_LIMIT) return false
  let lines = 1
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\n' || (text[at] === '\r' && text[at + 1] !== '\n')) lines++
  }
  return lines > LINE_LIMIT
}

const lineNumber = (where: string): number => Number(where.slice('line '.length)) || 0

function paperRecord(
  { title, abstract, upvotes }: PaperBlocks,
  { authorCount, organization, comments }: PageByline,
  published: Pick<PaperRecord, 'publishedAt' | 'publishedYearInferred'>,
  arxivId: string | undefined,
  position: number,
  { name, day }: SourceContext,
): PaperRecord {
  return recordOf(
    { name, format: 'page-text' },
    {
      title: title.text,
      arxivId,
      abstract: abstract?.text,
      authorCount,
      organization,
      ...published,
      listedOn: day === undefined ? [] : [day],
      positions: day === undefined ? undefined : { [day]: position },
      comments,
      commentsOn: comments === undefined ? undefined : day,
      upvotes,
      upvotesOn: upvotes === undefined ? undefined : day,
      codeUrls: codeLinks(abstract?.text ?? ''),
    },
  )
}

function readPage(text: string, context: SourceContext): SourceReading {
  if (hasTooManyLines(text)) return rejected(`has more than ${LINE_LIMIT} lines, as no page of papers has`)
  const { lines, links } = pageLines(text)
  const { papers, problems } = papersOf(blocksOf(lines))
  if (papers.length === 0 && problems.every(({ dropped }) => !dropped))
    return rejected('no paper was found in it')
  const bylines = papers.map(({ byline }) => (byline ? readByline(byline) : { byline: {}, problems: [] }))
  const dates = dateReader(
    bylines.flatMap(({ byline }) => byline.date ?? []),
    context,
  )
  const published = bylines.map(({ byline }) => (byline.date ? dates.read(byline.date) : { published: {} }))
  const arxivIds = arxivIdsOf(
    links,
    papers.map(({ title }) => title.line),
  )
  const records = papers.map((paper, index) => ({
    paper: paperRecord(
      paper,
      bylines[index]?.byline ?? {},
      published[index]?.published ?? {},
      arxivIds[index],
      index + 1,
      context,
    ),
    where: `line ${paper.title.line}`,
    enrichesOnly: false,
  }))
  const found = [
    ...problems,
    ...repeats(records),
    ...bylines.flatMap(byline => byline.problems),
    ...published.flatMap(({ problem }) => problem ?? []),
    ...(dates.notice ? [dates.notice] : []),
  ]
  return { records, problems: found.sort((a, b) => lineNumber(a.where) - lineNumber(b.where)) }
}

/**
 * The text that a person gets by selecting the page of a daily-papers list and copying it: title, abstract and byline by
 * turns, between the site's navigation. Other programs write the same page with its links, which name the papers.
 */
export const pageText: SourceFormat = {
  called: 'the text of a daily-papers page',

  detect(text, name) {
    // Unless it is of another format, read() says what is wrong with it.
    if (hasTooManyLines(text)) return 0.1
    const { lines } = pageLines(text)
    if (hasByline(lines)) return 0.9
    if (lines.some(({ text }) => HEADING.test(text))) return 0.6
    return /daily-papers.*\.txt$/i.test(name) ? 0.3 : 0
  },

  read: readPage,
}
