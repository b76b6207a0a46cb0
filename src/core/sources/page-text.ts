import type { PaperRecord } from '../paper.ts'
import { blocksOf, hasByline } from './blocks.ts'
import { type Byline, readByline } from './byline.ts'
import { codeLinks } from './codeLinks.ts'
import { dateReader } from './pageDates.ts'
import { type PaperBlocks, papersOf } from './pagePapers.ts'
import { recordOf } from './record.ts'
import { repeats } from './repeats.ts'
import { type Reading, refused, type SourceContext, type SourceFormat } from './source.ts'

/** Titles that are links, or the page's own heading: no plain text has either. */
const MARKDOWN = /^#{1,6} (?:\[[^\]\n]{0,300}\]\(https?:|Daily Papers\s*$)/m

/** The page's own heading as plain text. */
const HEADING = /^[^\S\r\n]{0,100}Daily Papers[^\S\r\n]{0,100}$/m

const lineNumber = (where: string): number => Number(where.slice('line '.length)) || 0

function paperRecord(
  { title, abstract, upvotes }: PaperBlocks,
  { authorCount, organization, comments }: Byline,
  published: Pick<PaperRecord, 'publishedAt' | 'publishedYearInferred'>,
  { name, day }: SourceContext,
): PaperRecord {
  return recordOf(
    { name, format: 'page-text' },
    {
      title: title.text,
      abstract: abstract?.text,
      authorCount,
      organization,
      ...published,
      listedOn: day === undefined ? [] : [day],
      comments,
      commentsOn: comments === undefined ? undefined : day,
      upvotes,
      upvotesOn: upvotes === undefined ? undefined : day,
      codeUrls: codeLinks(abstract?.text ?? ''),
    },
  )
}

function readPage(text: string, context: SourceContext): Reading {
  const { papers, problems } = papersOf(blocksOf(text))
  if (papers.length === 0 && problems.every(({ lost }) => !lost)) return refused('no paper was found in it')
  const bylines = papers.map(({ byline }) => (byline ? readByline(byline) : { byline: {}, problems: [] }))
  const dates = dateReader(
    bylines.flatMap(({ byline }) => byline.date ?? []),
    context,
  )
  const published = bylines.map(({ byline }) => (byline.date ? dates.read(byline.date) : { published: {} }))
  const records = papers.map((paper, index) => ({
    paper: paperRecord(paper, bylines[index]?.byline ?? {}, published[index]?.published ?? {}, context),
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
 * What a person gets by selecting the page of a daily-papers list and copying it: title, abstract and byline by
 * turns, between the site's navigation. The same page written as Markdown is told apart and refused.
 */
export const pageText: SourceFormat = {
  called: 'the text of a daily-papers page',

  detect(text, name) {
    if (hasByline(text)) return 0.9
    if (HEADING.test(text) || MARKDOWN.test(text)) return 0.6
    return /daily-papers.*\.txt$/i.test(name) ? 0.3 : 0
  },

  read(text, context) {
    if (MARKDOWN.test(text)) {
      return refused(
        'is the page as Markdown, which cannot be read yet: save the plain text of the page instead',
      )
    }
    return readPage(text, context)
  },
}
