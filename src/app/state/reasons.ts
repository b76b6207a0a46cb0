import { useEffect, useState } from 'react'
import type { Reason } from '#core/search/reasons.ts'
import { useEngine, useSettledSegments } from './corpus.ts'

export type Reasons =
  | { status: 'loading' }
  | { status: 'known'; reasons: readonly Reason[] }
  | { status: 'failed'; reason: string }

const LOADING: Reasons = { status: 'loading' }

/** Why a paper answers a query. */
export function useReasons(id: string, q: string): Reasons {
  const engine = useEngine()
  const settled = useSettledSegments()
  const key = JSON.stringify([id, q])
  const [known, setKnown] = useState<{ key: string; reasons: Reasons }>()
  useEffect(() => {
    const controller = new AbortController()
    const [id, q] = JSON.parse(key)
    const show = (reasons: Reasons) => {
      if (!controller.signal.aborted) setKnown({ key, reasons })
    }
    if (engine && settled !== undefined) {
      engine.explain({ ids: [id], q }, controller.signal).then(
        ([reasons = []]) => show({ status: 'known', reasons }),
        (error: Error) => show({ status: 'failed', reason: error.message }),
      )
    }
    return () => controller.abort()
  }, [engine, key, settled])
  return known?.key === key ? known.reasons : LOADING
}
