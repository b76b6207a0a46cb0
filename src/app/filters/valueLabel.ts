import type { FacetName } from '#core/search/facets.ts'
import { formatShortDate } from '#core/text/dates.ts'

const HAS: Record<string, string> = {
  code: 'Code',
  comments: 'Comments',
  maths: 'Maths',
  authors: 'Known authors',
}

/** `2–4`, `20 or more`, `None`. */
function rangeLabel(range: string): string {
  const [low = '', high] = range.replace('>=', '').split('..')
  if (range.startsWith('>=')) return `${low} or more`
  if (high !== undefined) return `${low}–${high}`
  return low === '0' ? 'None' : low
}

/** A value of a facet in words; themes have their labels elsewhere. */
export function valueLabel(name: FacetName, value: string): string {
  switch (name) {
    case 'has':
      return HAS[value] ?? value
    case 'authors':
    case 'comments':
      return /^(?:>=)?\d+(?:\.\.\d+)?$/.test(value) ? rangeLabel(value) : value
    case 'listed':
      return /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatShortDate(value) : value
    case 'theme':
    case 'org':
    case 'published':
      return value
    default:
      return name satisfies never
  }
}
