/** What somebody does who is about to need what waits. */
const INTENTS = ['keydown', 'pointerdown', 'focusin'] as const

/** However busy the page is, nothing waits longer. */
const LONGEST_MS = 2_000

/** Does something once, when the page has nothing else to do, or as soon as somebody begins to do something. */
export function whenIdle(act: () => void): void {
  const controller = new AbortController()
  const go = () => {
    if (controller.signal.aborted) return
    controller.abort()
    act()
  }
  for (const intent of INTENTS)
    addEventListener(intent, go, { capture: true, passive: true, signal: controller.signal })
  // Safari has no such callback.
  if ('requestIdleCallback' in window) requestIdleCallback(go, { timeout: LONGEST_MS })
  else setTimeout(go, 200)
}
