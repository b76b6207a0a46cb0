import type { Query } from './ast.ts'
import { formatCondition } from './values.ts'

const formatMember = (query: Query): string =>
  query.type === 'and' || query.type === 'or' ? `(${format(query)})` : format(query)

/**
 * Writes a query in its canonical spelling: `parse(format(query))` is the same query, and formatting what was parsed
 * from any text gives that text's canonical form.
 */
export function format(query: Query): string {
  switch (query.type) {
    case 'all':
      return ''
    case 'and':
      return query.members
        .map(member => (member.type === 'or' ? format(member) : formatMember(member)))
        .join(' ')
    case 'or':
      return query.members.map(formatMember).join(' | ')
    case 'not':
      return `-${formatMember(query.member)}`
    case 'word':
      return query.field ? `${query.field}:${query.text}` : query.text
    case 'phrase':
      return `${query.field ? `${query.field}:` : ''}"${query.text}"`
    case 'filter':
      return `${query.field}:${formatCondition(query.condition)}`
    default:
      return query satisfies never
  }
}
