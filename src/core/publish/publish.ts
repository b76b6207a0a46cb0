import { latexText } from '../cite/latex.ts'
import { tellingNames } from '../cite/names.ts'
import { settableTitle } from '../cite/titleTex.ts'
import { acronymsOf, countAcronyms } from '../index/acronyms.ts'
import { compoundsOf, countCompounds } from '../index/compounds.ts'
import { countWords, lexiconWords } from '../index/lexicon.ts'
import { buildSegment } from '../index/segment.ts'
import { packWords } from '../index/wordList.ts'
import { publishingDay, UNDATED } from '../papers/corpus.ts'
import { listingDays } from '../papers/listingDays.ts'
import type { CorpusPaper, LexiconFile } from '../papers/manifest.ts'
import type { Paper } from '../papers/paper.ts'
import type { Theme } from '../papers/theme.ts'
import { AnalyzedPaper, matcherOf } from '../query/match.ts'
import { displayText } from '../tex/display.ts'
import { type FilePeriod, periodsOf } from '../text/periods.ts'
import { printable } from '../text/text.ts'
import { flawsOf, rulesOf } from '../themes/themeRules.ts'

/**
 * A paper in its display form, its themes not yet known. The title as TeX, and the divisions of names, where citations could not
 * make them of what is shown. Fields that no page shows and no search reads are left out.
 */
function shown(paper: Paper): CorpusPaper {
  const { alsoTitled, commentsOn, upvotesOn, stars, starsOn, keywords, sources, ...facts } = paper
  const { summary, version, revisedAt, announced, kind, positions, thumbnailUrl, thumbnailFile, ...kept } =
    facts
  const { dois, authorNames: allNames, paperUrls, titleTex: receivedTex, ...shown } = kept
  const { authors, organization } = paper
  const title = printable(displayText(paper.title))
  const titleTex = receivedTex && printable(settableTitle(receivedTex))
  const authorNames = tellingNames(authors ?? [], allNames)
  return {
    ...shown,
    title,
    ...(titleTex && titleTex !== latexText(title) && { titleTex }),
    ...(paper.abstract !== undefined && { abstract: printable(displayText(paper.abstract)) }),
    ...(authors && { authors: authors.map(printable) }),
    ...(organization && { organization: { ...organization, name: printable(organization.name) } }),
    categories: paper.categories.map(printable),
    ...(dois.length > 0 && { dois }),
    ...(authorNames.length > 0 && { authorNames }),
    ...(paperUrls.length > 0 && { paperUrls }),
    themes: [],
  }
}

/**
 * Makes papers into what the site shows and searches: display forms, and the themes whose rules they meet.
 *
 * The rules are parsed once. Themes with a flaw are an error that names theme and flaw.
 */
export function publisher(themes: readonly Theme[]): (paper: Paper) => CorpusPaper {
  const [flaw] = flawsOf(themes)
  if (flaw !== undefined) throw new Error(flaw)
  const rules = rulesOf(themes).map(({ id, rule }) => ({ id, matches: matcherOf(rule) }))
  return paper => {
    const published = shown(paper)
    const matchable = new AnalyzedPaper(published)
    return { ...published, themes: rules.filter(({ matches }) => matches(matchable)).map(({ id }) => id) }
  }
}

/** The papers of one period, ordered by id. */
export interface PublishedSegment {
  /** As `periodsOf` names it, or `undated`. */
  period: string
  papers: CorpusPaper[]
}

/** A corpus as the site publishes it. */
export interface PublishedCorpus {
  themes: readonly Theme[]
  /** The newest digest day, absent where no paper was listed or added on a known day. */
  newestDigest?: string
  /** The newest first, undated papers last. */
  segments: PublishedSegment[]
}

/** The search index of a corpus. */
export interface CorpusIndexFiles {
  lexicon: LexiconFile
  /** One for each segment, in the same order. */
  indexes: ArrayBuffer[]
}

/** The newest day of two on which anything was listed. */
export const newerDay = (a: string | undefined, b: string | undefined): string | undefined =>
  a === undefined || (b !== undefined && b > a) ? b : a

const ascending = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Papers as one segment publishes them. */
export const publishSegment = (
  period: string,
  papers: readonly Paper[],
  publish: (paper: Paper) => CorpusPaper,
): PublishedSegment => ({ period, papers: papers.map(publish).sort((a, b) => ascending(a.id, b.id)) })

/** The name and the days of each segment, the newest first; papers without a day are filed under `UNDATED`. */
export function segmentsOf(papersOn: ReadonlyMap<string, number>): FilePeriod[] {
  const dated = new Map(papersOn)
  const undated = dated.delete(UNDATED) ? [{ name: UNDATED, days: [UNDATED] }] : []
  return [...periodsOf(dated), ...undated]
}

/** Publishes papers period by period; their order does not matter. */
export function publishCorpus(papers: readonly Paper[], themes: readonly Theme[]): PublishedCorpus {
  const publish = publisher(themes)
  const ofDay = new Map<string, Paper[]>()
  for (const paper of papers) {
    const day = publishingDay(paper)
    const others = ofDay.get(day)
    if (others) others.push(paper)
    else ofDay.set(day, [paper])
  }
  const newestDigest = papers.map(paper => listingDays(paper).at(-1)).reduce(newerDay, undefined)
  return {
    themes,
    ...(newestDigest === undefined ? {} : { newestDigest }),
    segments: segmentsOf(new Map(Array.from(ofDay, ([day, { length }]) => [day, length]))).map(
      ({ name, days }) =>
        publishSegment(
          name,
          days.flatMap(day => ofDay.get(day) ?? []),
          publish,
        ),
    ),
  }
}

/** Document frequencies of words, acronyms and hyphenated words: a segment's part of the lexicon. */
export interface WordCounts {
  papers: number
  words: Map<string, number>
  acronyms: Map<string, number>
  compounds: Map<string, number>
}

export const countWordsOf = ({ papers }: PublishedSegment): WordCounts => ({
  papers: papers.length,
  words: countWords(papers),
  acronyms: countAcronyms(papers),
  compounds: countCompounds(papers),
})

const sumOf = (counts: readonly ReadonlyMap<string, number>[]): Map<string, number> => {
  const sum = new Map<string, number>()
  for (const of of counts) for (const [word, count] of of) sum.set(word, (sum.get(word) ?? 0) + count)
  return sum
}

/** Facts about the words of the whole corpus, from the counts of its segments. */
export function lexiconOf(counts: readonly WordCounts[]): LexiconFile {
  const words = sumOf(counts.map(({ words }) => words))
  const acronyms = sumOf(counts.map(({ acronyms }) => acronyms))
  const papers = counts.reduce((sum, { papers }) => sum + papers, 0)
  const compounds = compoundsOf(sumOf(counts.map(({ compounds }) => compounds)), words)
  return {
    version: 3,
    ...packWords(lexiconWords(words)),
    acronyms: acronymsOf(acronyms, papers),
    joins: compounds.join(' '),
  }
}

/** Builds the index of every segment and the lexicon of them all. */
export const indexCorpus = (segments: readonly PublishedSegment[]): CorpusIndexFiles => ({
  lexicon: lexiconOf(segments.map(countWordsOf)),
  indexes: segments.map(({ papers }) => buildSegment(papers)),
})
