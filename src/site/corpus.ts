import { createHash } from 'node:crypto'
import { monthOf } from '#core/corpus.ts'
import { displayText } from '#core/display.ts'
import type { CorpusPaper, Manifest, SegmentEntry } from '#core/manifest.ts'
import type { Paper } from '#core/paper.ts'
import { MatchablePaper, matches } from '#core/query/match.ts'
import { parse, RULE } from '#core/query/parse.ts'
import type { Theme } from '#core/theme.ts'

/** Output path below the site's base → content. */
export type Files = Map<string, string>

/** A paper as published: display forms, themes worked out, provenance and keywords left behind. */
function published(paper: Paper, themesOf: (paper: CorpusPaper) => string[]): CorpusPaper {
  const { alsoTitled, commentsOn, upvotesOn, keywords, sources, ...kept } = paper
  const shown: CorpusPaper = {
    ...kept,
    title: displayText(paper.title),
    ...(paper.abstract === undefined ? {} : { abstract: displayText(paper.abstract) }),
    themes: [],
  }
  return { ...shown, themes: themesOf(shown) }
}

/** Parses the rule of every theme once; a rule that is not understood completely is an error that names the theme. */
function themeMatcher(themes: readonly Theme[]): (paper: CorpusPaper) => string[] {
  const rules = themes.map(({ id, query }) => {
    const { query: rule, problems } = parse(query, RULE)
    if (problems[0]) throw new Error(`The rule of theme “${id}”: ${problems[0].message}`)
    return { id, rule }
  })
  return paper => {
    const matchable = new MatchablePaper(paper)
    return rules.filter(({ rule }) => matches(rule, matchable)).map(({ id }) => id)
  }
}

const byId = (a: CorpusPaper, b: CorpusPaper): number => (a.id < b.id ? -1 : 1)

const newestFirst = (a: string, b: string): number => (a < b ? 1 : -1)

/**
 * The corpus as static files: one segment per month and the manifest that lists them with length and hash. The same
 * papers and themes give the same bytes on every machine.
 */
export function corpusFiles(papers: readonly Paper[], themes: readonly Theme[]): Files {
  const files: Files = new Map()
  const themesOf = themeMatcher(themes)
  const months = new Map<string, Paper[]>()
  for (const paper of papers) months.set(monthOf(paper), [...(months.get(monthOf(paper)) ?? []), paper])
  const segments = [...months.keys()].sort(newestFirst).map((month): SegmentEntry => {
    const shown = (months.get(month) ?? []).map(paper => published(paper, themesOf)).sort(byId)
    const content = JSON.stringify({ version: 1, papers: shown })
    const sha256 = createHash('sha256').update(content).digest('hex')
    const file = `${month}-${sha256.slice(0, 12)}.json`
    files.set(`corpus/${file}`, content)
    return { month, file, papers: shown.length, bytes: Buffer.byteLength(content), sha256 }
  })
  const newestDigest = papers.flatMap(({ listedOn }) => listedOn).sort(newestFirst)[0]
  const manifest: Manifest = {
    version: 1,
    papers: papers.length,
    ...(newestDigest === undefined ? {} : { newestDigest }),
    themes: [...themes],
    segments,
  }
  files.set('corpus/manifest.json', JSON.stringify(manifest))
  return files
}
