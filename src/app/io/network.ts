interface Facts {
  papers: number
  newestDigest?: string
}

/** A site that does not answer is asked again so often, while somebody looks. */
const AGAIN_MS = 30_000
/** One that answers, when somebody comes back to it after so long. */
const OLD_MS = 600_000
/** So long an answer is waited for. */
const LIMIT_MS = 10_000

/** What the site says of its papers now; nothing where it does not answer, or something else does. */
async function askSite(base: string): Promise<Facts | undefined> {
  try {
    const signal = AbortSignal.timeout(LIMIT_MS)
    const response = await fetch(`${base}corpus/manifest.json`, { cache: 'no-cache', signal })
    const { papers, newestDigest } = await response.json()
    if (!response.ok || typeof papers !== 'number') return undefined
    return typeof newestDigest === 'string' ? { papers, newestDigest } : { papers }
  } catch {
    return undefined
  }
}

/**
 * Asks the site whether it answers, whenever that may have changed: the browser only knows whether there is any network.
 *
 * @param hasAnswered whether it has answered so far
 * @param told what it said, nothing where it said nothing
 */
export function watchSite(
  base: string,
  hasAnswered: boolean,
  told: (facts: Facts | undefined) => void,
): void {
  let isAnswered = hasAnswered && navigator.onLine
  let timer: ReturnType<typeof setTimeout> | undefined
  let askedAt = performance.now()
  const ask = async () => {
    clearTimeout(timer)
    askedAt = performance.now()
    const facts = await askSite(base)
    told(facts)
    clearTimeout(timer)
    if (!facts && !document.hidden) timer = setTimeout(ask, AGAIN_MS)
    isAnswered = facts !== undefined
  }
  addEventListener('online', ask)
  addEventListener('offline', ask)
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) clearTimeout(timer)
    else if (!isAnswered || performance.now() - askedAt > OLD_MS) void ask()
  })
  // Nobody may have told of a network that was gone before.
  if (!isAnswered) void ask()
}
