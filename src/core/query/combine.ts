import type { Query } from './ast.ts'
import type { FieldName } from './fields.ts'

/** Filters on one set field among alternatives are one filter with all their values: `theme:a | theme:b` is `theme:a,b`. */
function joinSets(members: readonly Query[]): Query[] {
  const joined: Query[] = []
  const placeOf = new Map<FieldName, number>()
  for (const member of members) {
    const field = member.type === 'filter' && member.condition.kind === 'set' ? member.field : undefined
    const at = field && placeOf.get(field)
    if (at !== undefined) joined[at] = unionOfSets(joined[at] as SetFilter, member as SetFilter)
    else if (field) placeOf.set(field, joined.push(member) - 1)
    else joined.push(member)
  }
  return joined
}

type SetFilter = Query & { type: 'filter'; condition: { kind: 'set' } }

const unionOfSets = (a: SetFilter, b: SetFilter): Query => ({
  ...a,
  condition: { kind: 'set', values: [...new Set([...a.condition.values, ...b.condition.values])] },
})

/** Members of the same type are taken in. One member alone is the query. */
export function combine(type: 'and' | 'or', members: Query[]): Query {
  const flat = members.flatMap(member => (member.type === type ? member.members : [member]))
  const joined = type === 'or' ? joinSets(flat) : flat
  return joined.length === 1 ? (joined[0] as Query) : { type, members: joined }
}

/** All of these at once; every paper where there is none. */
export const conjunction = (queries: Query[]): Query =>
  queries.length === 0 ? { type: 'all' } : combine('and', queries)

export const negate = (query: Query): Query =>
  query.type === 'not' ? query.member : { type: 'not', member: query }
