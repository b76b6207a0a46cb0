import { monthOf } from './corpus.ts'
import { displayText } from './display.ts'
import type { CorpusPaper, LexiconFile } from './manifest.ts'
import type { Paper } from './paper.ts'
import { MatchablePaper, matches } from './query/match.ts'
import { parse, RULE } from './query/parse.ts'
import { acronymsOf, countAcronyms } from './search/acronyms.ts'
import { countWords, lexiconWords } from './search/lexicon.ts'
import { buildSegment } from './search/segment.ts'
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

/** The papers of one month, ordered by id. */
export interface Month {
  /** `yyyy-mm` or `undated`. */
  month: string
  papers: CorpusPaper[]
}

/** A corpus as the site publishes it. */
export interface PublishedCorpus {
  themes: readonly Theme[]
  /** The newest digest day, absent where no paper was ever listed. */
  newestDigest?: string
  /** The newest first. */
  months: Month[]
}

/** The search index of a corpus. */
export interface CorpusIndexFiles {
  lexicon: LexiconFile
  /** One for each month, in the same order. */
  segments: ArrayBuffer[]
}

const ascending = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Publishes papers month by month. The order in which they come is all one. */
export function publishCorpus(papers: readonly Paper[], themes: readonly Theme[]): PublishedCorpus {
  const publish = publisher(themes)
  const byMonth = new Map<string, CorpusPaper[]>()
  for (const paper of papers) {
    const ofMonth = byMonth.get(monthOf(paper)) ?? []
    ofMonth.push(publish(paper))
    byMonth.set(monthOf(paper), ofMonth)
  }
  const months = [...byMonth].map(([month, ofMonth]) => ({
    month,
    papers: ofMonth.sort((a, b) => ascending(a.id, b.id)),
  }))
  const days = papers.flatMap(({ listedOn }) => listedOn)
  const newestDigest = days.sort(ascending).at(-1)
  return {
    themes,
    ...(newestDigest === undefined ? {} : { newestDigest }),
    months: months.sort((a, b) => ascending(b.month, a.month)),
  }
}

/** Builds the index of every month and the lexicon of them all. */
export function indexCorpus(months: readonly Month[]): CorpusIndexFiles {
  const words = new Map<string, number>()
  const acronyms = new Map<string, number>()
  let count = 0
  for (const { papers } of months) {
    countWords(papers, words)
    countAcronyms(papers, acronyms)
    count += papers.length
  }
  return {
    lexicon: { version: 1, words: lexiconWords(words), acronyms: acronymsOf(acronyms, count) },
    segments: months.map(({ papers }) => buildSegment(papers)),
  }
}
