import { monthOf } from './corpus.ts'
import { displayText } from './display.ts'
import type { CorpusPaper, LexiconFile } from './manifest.ts'
import type { Paper } from './paper.ts'
import { periodOf } from './periods.ts'
import { MatchablePaper, matches } from './query/match.ts'
import { parse, RULE } from './query/parse.ts'
import { acronymsOf, countAcronyms } from './search/acronyms.ts'
import { countWords, lexiconWords } from './search/lexicon.ts'
import { buildSegment } from './search/segment.ts'
import { packWords } from './search/wordList.ts'
import type { Theme } from './theme.ts'

/** A paper in its display form, provenance and keywords left behind, its themes not yet known. */
function shown(paper: Paper): CorpusPaper {
  const { alsoTitled, commentsOn, upvotesOn, keywords, sources, ...kept } = paper
  return {
    ...kept,
    title: displayText(paper.title),
    ...(paper.abstract === undefined ? {} : { abstract: displayText(paper.abstract) }),
    themes: [],
  }
}

/**
 * Makes papers into what the site shows and searches: display forms, and the themes whose rules they meet.
 *
 * The rules are parsed once; one that is not understood completely is an error that names its theme.
 */
function publisher(themes: readonly Theme[]): (paper: Paper) => CorpusPaper {
  const rules = themes.map(({ id, query }) => {
    const { query: rule, problems } = parse(query, RULE)
    if (problems[0]) throw new Error(`The rule of theme “${id}”: ${problems[0].message}`)
    return { id, rule }
  })
  return paper => {
    const published = shown(paper)
    const matchable = new MatchablePaper(published)
    return { ...published, themes: rules.filter(({ rule }) => matches(rule, matchable)).map(({ id }) => id) }
  }
}

/** The papers of one period, ordered by id. */
export interface PublishedSegment {
  /** As `periodOf` names it. */
  period: string
  papers: CorpusPaper[]
}

/** A corpus as the site publishes it. */
export interface PublishedCorpus {
  themes: readonly Theme[]
  /** The newest digest day, absent where no paper was ever listed. */
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

const ascending = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const newestFirst = (a: string, b: string): number =>
  Number(a === 'undated') - Number(b === 'undated') || ascending(b, a)

/** Publishes papers period by period. The order in which they come is all one. */
export function publishCorpus(papers: readonly Paper[], themes: readonly Theme[]): PublishedCorpus {
  const publish = publisher(themes)
  const months = papers.map(monthOf)
  const newest =
    months
      .filter(month => month !== 'undated')
      .sort()
      .at(-1) ?? ''
  const periods = new Map([...new Set(months)].map(month => [month, periodOf(month, newest)]))
  const segments = new Map<string, CorpusPaper[]>()
  for (const month of [...periods.keys()].sort(newestFirst)) segments.set(periods.get(month) as string, [])
  for (const paper of papers) segments.get(periods.get(monthOf(paper)) as string)?.push(publish(paper))
  const days = papers.flatMap(({ listedOn }) => listedOn)
  const newestDigest = days.sort(ascending).at(-1)
  return {
    themes,
    ...(newestDigest === undefined ? {} : { newestDigest }),
    segments: Array.from(segments, ([period, ofPeriod]) => ({
      period,
      papers: ofPeriod.sort((a, b) => ascending(a.id, b.id)),
    })),
  }
}

/** Builds the index of every segment and the lexicon of them all. */
export function indexCorpus(segments: readonly PublishedSegment[]): CorpusIndexFiles {
  const words = new Map<string, number>()
  const acronyms = new Map<string, number>()
  let count = 0
  for (const { papers } of segments) {
    countWords(papers, words)
    countAcronyms(papers, acronyms)
    count += papers.length
  }
  return {
    lexicon: { version: 2, ...packWords(lexiconWords(words)), acronyms: acronymsOf(acronyms, count) },
    indexes: segments.map(({ papers }) => buildSegment(papers)),
  }
}
