interface Facts {
  papers: number
  newestDigest?: string
}

/** Interval of requests to a site that does not answer, while the page is visible. */
const RETRY_MS = 30_000
/** A site that answers is asked again if the reader returns after this time. */
const RECHECK_MS = 600_000
/** Longest wait for an answer. */
const TIMEOUT_MS = 10_000

/** The present manifest of the site; undefined if the site does not answer, or something else does. */
async function askSite(base: string): Promise<Facts | undefined> {
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS)
    const response = await fetch(`${base}corpus/manifest.json`, { cache: 'no-cache', signal })
    const { papers, newestDigest } = await response.json()
    if (!response.ok || typeof papers !== 'number') return undefined
    return typeof newestDigest === 'string' ? { papers, newestDigest } : { papers }
  } catch {
    return undefined
  }
}

/**
 * Asks the site whenever its connectivity may have changed: the browser only knows whether there is any network.
 *
 * @param hasAnswered whether it has answered so far
 * @param onFacts called with the answer, undefined without one
 */
export function watchSite(
  base: string,
  hasAnswered: boolean,
  onFacts: (facts: Facts | undefined) => void,
): void {
  let isAnswered = hasAnswered && navigator.onLine
  let timer: ReturnType<typeof setTimeout> | undefined
  let askedAt = performance.now()
  const ask = async () => {
    clearTimeout(timer)
    askedAt = performance.now()
    const facts = await askSite(base)
    onFacts(facts)
    clearTimeout(timer)
    if (!facts && !document.hidden) timer = setTimeout(ask, RETRY_MS)
    isAnswered = facts !== undefined
  }
  addEventListener('online', ask)
  addEventListener('offline', ask)
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) clearTimeout(timer)
    else if (!isAnswered || performance.now() - askedAt > RECHECK_MS) void ask()
  })
  // The network may have been lost before this page listened.
  if (!isAnswered) void ask()
}
