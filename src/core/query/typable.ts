import type { Query } from './ast.ts'
import { format } from './format.ts'
import { parse, RULE } from './parse.ts'

/** Of alternatives at most so many, from the first on; what goes with them stays. */
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
  for (let most = RULE.maxTerms; most > 0; most--) {
    const q = format(withFewer(query, most))
    if (isFit(q)) return { q, isWhole: false }
  }
  return { q: rule, isWhole: false }
}
