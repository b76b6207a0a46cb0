import type { CorpusPaper } from '../papers/manifest.ts'
import { apaReference } from './apa.ts'
import { bibtexEntry } from './bibtex.ts'
import { cslItem } from './csl.ts'
import { CSV_BEGINNING, csvHeader, csvLine } from './csv.ts'
import type { CitationFormat } from './formats.ts'
import { markdownLine } from './markdown.ts'
import { RIS_LINE_END, risRecord } from './ris.ts'

/** Which part of a file is made: whether it begins the file, and whether it ends it. */
export interface FilePart {
  first: boolean
  last: boolean
}

/** How a format writes papers, and what it puts before, between and behind those of a list. */
interface Writer {
  one: (paper: CorpusPaper) => string
  before: string
  between: string
  behind: string
}

const WRITERS: Record<CitationFormat, Writer> = {
  bibtex: { one: bibtexEntry, before: '', between: '\n', behind: '' },
  ris: { one: risRecord, before: '', between: RIS_LINE_END, behind: '' },
  csl: {
    one: paper => JSON.stringify(cslItem(paper), null, 2),
    before: '[\n',
    between: ',\n',
    behind: '\n]\n',
  },
  apa: { one: apaReference, before: '', between: '\n\n', behind: '\n' },
  markdown: { one: markdownLine, before: '', between: '\n\n', behind: '\n' },
  csv: { one: csvLine, before: CSV_BEGINNING + csvHeader(), between: '', behind: '' },
}

/**
 * A part of a list of papers, in order: a file is these parts put together, so that a long one need not be made at once.
 * None of them is without papers, unless the list is.
 */
export function citationsPart(
  papers: readonly CorpusPaper[],
  format: CitationFormat,
  { first, last }: FilePart,
): string {
  const { one, before, between, behind } = WRITERS[format]
  return (first ? before : between) + papers.map(one).join(between) + (last ? behind : '')
}

/** The file that cites these papers. */
export const citationsOf = (papers: readonly CorpusPaper[], format: CitationFormat): string =>
  citationsPart(papers, format, { first: true, last: true })

/** The file that cites one paper: what stands beside its page, and what the page offers to copy. */
export const citationOf = (paper: CorpusPaper, format: CitationFormat): string => citationsOf([paper], format)
