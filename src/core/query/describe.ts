import type { Condition, Query } from './ast.ts'
import { fieldOf } from './fields.ts'
import { format } from './format.ts'
import { formatCondition } from './values.ts'

/** Names that values have for people, where they differ from how they are written: `rlvr` is “RLVR”. */
export type NameOf = (field: string, value: string) => string | undefined

const spoken = (field: string, condition: Condition, nameOf: NameOf): string =>
  condition.kind === 'set'
    ? condition.values.map(value => nameOf(field, value) ?? value).join(' or ')
    : formatCondition(condition).replace('>=', '≥ ').replace('<=', '≤ ').replace('..', '–')

/** A clause of a query in words, for a chip: `Theme: RLVR or KV caching`, `not survey`. */
export function describeQuery(query: Query, nameOf: NameOf = () => undefined): string {
  switch (query.type) {
    case 'all':
      return 'everything'
    case 'not':
      return `not ${describeQuery(query.member, nameOf)}`
    case 'or':
      return query.members.map(member => describeQuery(member, nameOf)).join(' or ')
    case 'and':
      return format(query)
    case 'word':
    case 'phrase': {
      const text = query.type === 'phrase' ? `“${query.text}”` : query.text
      return query.field ? `${fieldOf(query.field).label}: ${text}` : text
    }
    case 'filter':
      return `${fieldOf(query.field).label}: ${spoken(query.field, query.condition, nameOf)}`
    default:
      return query satisfies never
  }
}
