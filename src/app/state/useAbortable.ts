import { useEffect, useEffectEvent } from 'react'

/**
 * Runs something whenever one of the values changes. Its signal is aborted at the next change, and when the component
 * unmounts.
 */
export function useAbortable(run: (signal: AbortSignal) => void, value: unknown, other?: unknown): void {
  const runLatest = useEffectEvent(run)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the values say when to run
  useEffect(() => {
    const controller = new AbortController()
    runLatest(controller.signal)
    return () => controller.abort()
  }, [value, other])
}
