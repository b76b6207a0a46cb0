import type { FacetName } from '#core/search/facets.ts'
import { formatShortDate } from '#core/text/dates.ts'
import * as texts from './texts.ts'

/** `2–4`, `20 or more`, `None`. */
function rangeLabel(range: string): string {
  const [low = '', high] = range.replace('>=', '').split('..')
  if (range.startsWith('>=')) return texts.orMore(low)
  if (high !== undefined) return `${low}–${high}`
  return low === '0' ? texts.none : low
}

/** Label of a value of a facet; themes have labels of their own. */
export function valueLabel(name: FacetName, value: string): string {
  switch (name) {
    case 'has':
      return texts.has[value] ?? value
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
