import type { Query } from './ast.ts'
import { format } from './format.ts'
import { parse, RULE } from './parse.ts'

/** A query with at most `most` members of each list of alternatives, from the first on. */
function withFewer(query: Query, most: number): Query {
  if (query.type === 'and') return { ...query, members: query.members.map(member => withFewer(member, most)) }
  if (query.type !== 'or') return query
  const members = query.members.slice(0, most)
  return members.length === 1 ? (members[0] as Query) : { ...query, members }
}

/**
 * A rule as a search, which may not be as long as a rule: as many of its alternatives as fit, from the first on.
 *
 * @returns the search, and whether it is all of the rule
 */
export function typable(rule: string): { q: string; isWhole: boolean } {
  const isFit = (q: string): boolean => parse(q).problems.length === 0
  if (isFit(rule)) return { q: rule, isWhole: true }
  const { query } = parse(rule, RULE)
  const cut = (most: number): string => format(withFewer(query, most))
  // The more alternatives, the longer: the most that fit are found by halves.
  let fitting = 0
  let tooMany = RULE.maxTerms + 1
  while (tooMany - fitting > 1) {
    const most = (fitting + tooMany) >> 1
    if (isFit(cut(most))) fitting = most
    else tooMany = most
  }
  return { q: fitting > 0 ? cut(fitting) : rule, isWhole: false }
}
