import { useLocation } from 'react-router-dom'
import type { Sort } from '#core/search/answer.ts'
import { SORTS } from '#core/site/view.ts'
import { useIsScripted } from '../state/initialData.ts'
import type { Origin } from './origin.ts'

const isSort = (value: unknown): value is Sort => typeof value === 'string' && Object.hasOwn(SORTS, value)

/** Reads the origin from the history entry, which may hold anything. */
export function useOrigin(): Origin | undefined {
  const { state } = useLocation()
  // Prerendered pages were opened from no list.
  const isScripted = useIsScripted()
  const origin = (state as { origin?: Partial<Origin> } | null)?.origin
  if (!isScripted || typeof origin?.href !== 'string' || typeof origin.query?.q !== 'string') return undefined
  if (!origin.href.startsWith('/') || origin.href.startsWith('//')) return undefined
  const { q, sort } = origin.query
  return { query: { q, ...(isSort(sort) ? { sort } : {}) }, href: origin.href }
}
