import { APP_ATTRIBUTE } from '#core/site/events.ts'
import { filePaths } from '#core/site/filePaths.ts'
import { hadNoRoom } from '#offline/room.ts'
import type { ControllerChange, ToServiceWorker } from '#offline/site.ts'
import { scriptUrl } from './trusted.ts'

/** A tab that stays open looks for a newer site so often, if somebody looks at it. */
const LOOK_MS = 3_600_000
/** Who wanted the newer site gets it, even where its service worker does not say that it has taken over. */
const PATIENCE_MS = 4_000

/** What this page is made by, as `src/site/assets/offline.ts` names it. */
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

/** Whether the browser has room for the site: not what it said at an earlier visit, or what it says at this one. */
export type NoRoom = 'known' | 'new'
type ToldNoRoom = (noRoom: NoRoom) => void

/** Tells when what is being installed is given up for lack of room. */
function watchRoom(base: string, { installing }: ServiceWorkerRegistration, told: ToldNoRoom): void {
  installing?.addEventListener('statechange', async () => {
    if (installing.state === 'redundant' && (await hadNoRoom(base, ownVersion()))) told('new')
  })
}

async function register(base: string, told: Told, toldNoRoom: ToldNoRoom): Promise<void> {
  const url = scriptUrl(base + filePaths.serviceWorker().slice(1))
  try {
    if (await hadNoRoom(base, ownVersion())) {
      toldNoRoom('known')
      // One of an earlier build goes on.
      if (!(await navigator.serviceWorker.getRegistration(base))) return
    }
    const registration = await navigator.serviceWorker.register(url, { scope: base, updateViaCache: 'none' })
    watchRoom(base, registration, toldNoRoom)
    watch(registration, told)
  } catch {
    // Everything comes from the network, as it did before.
  }
}

/**
 * Has the browser keep the site, to show it without a network.
 *
 * @param told how to go on with a newer version of the site, when there is one: all tabs do it together, when one of them does
 * @param toldNoRoom that the browser has no room for the site
 * @returns whether the browser can keep sites at all
 */
export function cacheSite(base: string, told: Told, toldNoRoom: ToldNoRoom): boolean {
  if (!('serviceWorker' in navigator)) return false
  navigator.serviceWorker.addEventListener('message', ({ data }: MessageEvent<ControllerChange>) => {
    if (data.type === 'takenOver' && data.version !== ownVersion()) location.reload()
  })
  navigator.serviceWorker.startMessages()
  const begin = () => void register(base, told, toldNoRoom)
  // Safari has no such callback.
  if ('requestIdleCallback' in window) requestIdleCallback(begin, { timeout: 5_000 })
  else setTimeout(begin, 1_000)
  return true
}
