import { filePaths } from '#core/filePaths.ts'
import type { TakenOver, ToServiceWorker } from '#offline/site.ts'
import { scriptUrl } from './trusted.ts'

/** A tab that stays open looks for a newer site so often, if somebody looks at it. */
const LOOK_MS = 3_600_000
/** Who wanted the newer site gets it, even where its service worker does not say that it has taken over. */
const PATIENCE_MS = 4_000

/** What this page is made by, as `src/site/offline.ts` names it. */
function ownVersion(): string {
  const app = document.querySelector<HTMLElement>('script[data-app]')?.dataset.app
  const styles = document.querySelector('link[rel="stylesheet"]')?.getAttribute('href')
  return `${app} ${styles}`
}

function isOfThisPage(worker: ServiceWorker): Promise<boolean> {
  const { port1, port2 } = new MessageChannel()
  const message: ToServiceWorker = { type: 'sameBuild', version: ownVersion() }
  worker.postMessage(message, [port2])
  return new Promise(resolve => {
    port1.onmessage = ({ data }) => resolve(data === true)
  })
}

/** What one waits for that would take over: somebody to want it. */
async function offer(worker: ServiceWorker, told: Told): Promise<void> {
  // A page that came from the network after a deploy is new already.
  if (await isOfThisPage(worker)) return
  told(() => {
    const message: ToServiceWorker = { type: 'takeOver' }
    worker.postMessage(message)
    setTimeout(() => location.reload(), PATIENCE_MS)
  })
  worker.addEventListener('statechange', () => {
    if (worker.state === 'redundant') told(undefined)
  })
}

type Told = (update: (() => void) | undefined) => void

function watch(registration: ServiceWorkerRegistration, told: Told): void {
  const { waiting } = registration
  if (waiting) void offer(waiting, told)
  registration.addEventListener('updatefound', () => {
    const { installing } = registration
    installing?.addEventListener('statechange', () => {
      // The first of all waits for nobody.
      if (installing.state === 'installed' && registration.active) void offer(installing, told)
    })
  })
  let lookedAt = performance.now()
  const look = () => {
    if (document.hidden || performance.now() - lookedAt < LOOK_MS) return
    lookedAt = performance.now()
    // Without a network there is nothing newer.
    registration.update().catch(() => undefined)
  }
  setInterval(look, LOOK_MS / 10)
  document.addEventListener('visibilitychange', look)
}

async function register(base: string, told: Told): Promise<void> {
  const url = scriptUrl(base + filePaths.serviceWorker().slice(1))
  try {
    watch(await navigator.serviceWorker.register(url, { scope: base, updateViaCache: 'none' }), told)
  } catch {
    // Everything comes from the network, as it did before.
  }
}

/**
 * Has the browser keep the site, to show it without a network.
 *
 * @param told how to go on with a newer version of the site, when there is one: all tabs do it together, when one of them does
 */
export function keepSite(base: string, told: Told): void {
  if (!('serviceWorker' in navigator)) return
  navigator.serviceWorker.addEventListener('message', ({ data }: MessageEvent<TakenOver>) => {
    if (data.type === 'takenOver' && data.version !== ownVersion()) location.reload()
  })
  navigator.serviceWorker.startMessages()
  const begin = () => void register(base, told)
  // Safari has no such callback.
  if ('requestIdleCallback' in window) requestIdleCallback(begin, { timeout: 5_000 })
  else setTimeout(begin, 1_000)
}
