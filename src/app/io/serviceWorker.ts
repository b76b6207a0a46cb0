import { APP_ATTRIBUTE } from '#core/site/events.ts'
import { filePaths } from '#core/site/filePaths.ts'
import { hadNoRoom } from '#offline/room.ts'
import type { ControllerChange, ToServiceWorker } from '#offline/site.ts'
import { scriptUrl } from './trusted.ts'

/** Interval at which a visible tab looks for a newer site. */
const UPDATE_CHECK_MS = 3_600_000
/** Longest wait for the newer service worker to take over; then the page reloads anyway. */
const TAKE_OVER_TIMEOUT_MS = 4_000

/** The build of this page, as named by `src/site/assets/offline.ts`. */
function ownVersion(): string {
  const app = document.querySelector(`script[${APP_ATTRIBUTE}]`)?.getAttribute(APP_ATTRIBUTE)
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

/** Offers a waiting service worker to the reader. */
async function offer(worker: ServiceWorker, onUpdate: OnUpdate): Promise<void> {
  // A page that came from the network after a deploy is of the new build already.
  if (await isOfThisPage(worker)) return
  onUpdate(() => {
    const message: ToServiceWorker = { type: 'takeOver' }
    worker.postMessage(message)
    setTimeout(() => location.reload(), TAKE_OVER_TIMEOUT_MS)
  })
  worker.addEventListener('statechange', () => {
    if (worker.state === 'redundant') onUpdate(undefined)
  })
}

type OnUpdate = (update: (() => void) | undefined) => void

function watch(registration: ServiceWorkerRegistration, onUpdate: OnUpdate): void {
  const { waiting } = registration
  if (waiting) void offer(waiting, onUpdate)
  registration.addEventListener('updatefound', () => {
    const { installing } = registration
    installing?.addEventListener('statechange', () => {
      // The first service worker activates at once.
      if (installing.state === 'installed' && registration.active) void offer(installing, onUpdate)
    })
  })
  let lookedAt = performance.now()
  const look = () => {
    if (document.hidden || performance.now() - lookedAt < UPDATE_CHECK_MS) return
    lookedAt = performance.now()
    // Without a network there is nothing newer.
    registration.update().catch(() => undefined)
  }
  setInterval(look, UPDATE_CHECK_MS / 10)
  document.addEventListener('visibilitychange', look)
}

/** Whether the browser has space for the site, as remembered from an earlier visit. */
export type NoRoom = 'known' | 'new'
type OnNoRoom = (noRoom: NoRoom) => void

/** Calls back when the installing service worker gives up for lack of space. */
function watchRoom(base: string, { installing }: ServiceWorkerRegistration, onNoRoom: OnNoRoom): void {
  installing?.addEventListener('statechange', async () => {
    if (installing.state === 'redundant' && (await hadNoRoom(base, ownVersion()))) onNoRoom('new')
  })
}

async function register(base: string, onUpdate: OnUpdate, onNoRoom: OnNoRoom): Promise<void> {
  const url = scriptUrl(base + filePaths.serviceWorker().slice(1))
  try {
    if (await hadNoRoom(base, ownVersion())) {
      onNoRoom('known')
      // That of an earlier build stays active.
      if (!(await navigator.serviceWorker.getRegistration(base))) return
    }
    const registration = await navigator.serviceWorker.register(url, { scope: base, updateViaCache: 'none' })
    watchRoom(base, registration, onNoRoom)
    watch(registration, onUpdate)
  } catch {
    // All files come from the network.
  }
}

/**
 * Registers the service worker, which caches the site to show it without a network.
 *
 * @param onUpdate called with a function that updates all tabs together, when there is a newer version of the site
 * @param onNoRoom called if the browser has no space for the site
 * @returns whether the browser supports service workers
 */
export function cacheSite(base: string, onUpdate: OnUpdate, onNoRoom: OnNoRoom): boolean {
  if (!('serviceWorker' in navigator)) return false
  navigator.serviceWorker.addEventListener('message', ({ data }: MessageEvent<ControllerChange>) => {
    if (data.type === 'takenOver' && data.version !== ownVersion()) location.reload()
  })
  navigator.serviceWorker.startMessages()
  const begin = () => void register(base, onUpdate, onNoRoom)
  // Safari has no `requestIdleCallback`.
  if ('requestIdleCallback' in window) requestIdleCallback(begin, { timeout: 5_000 })
  else setTimeout(begin, 1_000)
  return true
}
