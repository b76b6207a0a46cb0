import type { SearchResponse } from '#core/engine.ts'

/** `46 papers` where all were found, `12 of 46 papers` otherwise. */
export function countInWords({ total, papers }: Pick<SearchResponse, 'total' | 'papers'>): string {
  if (total !== papers) return `${total} of ${papers} papers`
  return total === 1 ? '1 paper' : `${total} papers`
}
