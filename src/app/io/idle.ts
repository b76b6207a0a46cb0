/** Events of a reader who is about to use the page. */
const INTENTS = ['keydown', 'pointerdown', 'focusin'] as const

/** Longest delay, however busy the page is. */
const LONGEST_MS = 2_000

/** Runs once when the page is idle, or at the first event of a reader. */
export function whenIdle(act: () => void): void {
  const controller = new AbortController()
  const go = () => {
    if (controller.signal.aborted) return
    controller.abort()
    act()
  }
  for (const intent of INTENTS)
    addEventListener(intent, go, { capture: true, passive: true, signal: controller.signal })
  // Safari has no `requestIdleCallback`.
  if ('requestIdleCallback' in window) requestIdleCallback(go, { timeout: LONGEST_MS })
  else setTimeout(go, 200)
}
