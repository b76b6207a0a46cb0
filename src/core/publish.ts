import { displayText } from './display.ts'
import type { CorpusPaper } from './manifest.ts'
import type { Paper } from './paper.ts'
import { MatchablePaper, matches } from './query/match.ts'
import { parse, RULE } from './query/parse.ts'
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
export function publisher(themes: readonly Theme[]): (paper: Paper) => CorpusPaper {
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
