import type { List } from '../results/useList.ts'
import * as texts from './texts.ts'
import { useClauses } from './useClauses.ts'

/** The number of conditions that narrow a list, beside a heading. */
export function ActiveFilters({ list }: { list: List }) {
  const active = useClauses(list).filter(
    ({ query }) => query.type === 'filter' || query.type === 'not',
  ).length
  return active > 0 && texts.active(active)
}
