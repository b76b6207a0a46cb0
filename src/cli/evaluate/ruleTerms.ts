import type { CorpusPaper } from '#core/papers/manifest.ts'
import type { Query } from '#core/query/ast.ts'
import { format } from '#core/query/format.ts'
import { MatchablePaper, matches, THEME_FIELDS } from '#core/query/match.ts'

/** The papers of one alternative of a rule. */
export interface RuleTerm {
  text: string
  found: number
  /** Papers among these that belong to the theme. */
  right: number
  /** Right papers that no other alternative finds. */
  alone: number
}

/** The alternatives of a rule; the whole rule if it has none. */
const alternativesOf = (rule: Query): Query[] => (rule.type === 'or' ? rule.members : [rule])

/** Counts the papers that each alternative of a rule finds, the most frequent first. */
export function termsOfRule(
  rule: Query,
  papers: readonly CorpusPaper[],
  isRight: (paper: CorpusPaper) => boolean,
): RuleTerm[] {
  const alternatives = alternativesOf(rule)
  const terms = alternatives.map(query => ({ text: format(query), found: 0, right: 0, alone: 0 }))
  for (const paper of papers) {
    const matchable = new MatchablePaper(paper, THEME_FIELDS)
    const matching = terms.filter((_, at) => matches(alternatives[at] as Query, matchable))
    const right = isRight(paper)
    for (const term of matching) {
      term.found++
      if (right) term.right++
      if (right && matching.length === 1) term.alone++
    }
  }
  return terms.sort((a, b) => b.found - a.found)
}
