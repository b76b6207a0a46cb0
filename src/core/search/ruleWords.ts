import type { CorpusPaper } from '../papers/manifest.ts'
import type { Query, Span, TextQuery } from '../query/ast.ts'
import { type MatchablePaper, matcherOf } from '../query/match.ts'
import { analyze } from '../text/analyze.ts'
import { isText } from './clauses.ts'
import type { Marker } from './highlight.ts'

/** A word or phrase of a rule. */
interface RuleWord {
  text: TextQuery
  terms: readonly string[]
}

/** Finds the words and phrases by which a paper meets a rule: of alternatives those that it meets. */
export function wordsMetIn(rule: Query): (paper: MatchablePaper) => readonly RuleWord[] {
  if (rule.type === 'and') {
    const members = rule.members.map(wordsMetIn)
    return paper => members.flatMap(wordsOf => wordsOf(paper))
  }
  if (rule.type === 'or') {
    const members = rule.members.map(member => ({ isMet: matcherOf(member), wordsOf: wordsMetIn(member) }))
    return paper => members.flatMap(({ isMet, wordsOf }) => (isMet(paper) ? wordsOf(paper) : []))
  }
  const words = isText(rule) ? [{ text: rule, terms: analyze(rule.text).words.map(({ term }) => term) }] : []
  return () => words
}

/** Marks matches in papers, and the words by which papers meet some rules. */
export function markerWith(
  marker: Marker,
  rules: readonly Query[],
): (paper: MatchablePaper) => { title: Span[]; abstract: Span[] } {
  const themes = rules.map(rule => ({ isMet: matcherOf(rule), wordsOf: wordsMetIn(rule) }))
  return matchable => {
    const { title, abstract = '' }: CorpusPaper = matchable.paper
    const words = themes.flatMap(({ isMet, wordsOf }) => (isMet(matchable) ? wordsOf(matchable) : []))
    const of = (name: 'title' | 'abstract') =>
      words.filter(({ text: { field } }) => field === undefined || field === name).map(({ terms }) => terms)
    return { title: marker.marks(title, of('title')), abstract: marker.marks(abstract, of('abstract')) }
  }
}
