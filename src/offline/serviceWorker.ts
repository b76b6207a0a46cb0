import { CachedFiles } from './files.ts'
import { hadNoRoom, isNoRoom, noteNoRoom } from './room.ts'
import type { ControllerChange, Site, ToServiceWorker } from './site.ts'

declare const self: ServiceWorkerGlobalScope
/** Put in by the build. */
declare const __SITE__: Site

const { version, shell, start, lost, headers, files: listed } = __SITE__
const base = new URL(self.registration.scope).pathname
const files = new CachedFiles(base, listed)

/** The app renders a page that has not begun to arrive by then. */
const PAGE_TIMEOUT_MS = 4_000

/** Files that are no pages and are not cached. */
const NO_PAGE = /\.(?:bib|ris|json|md|atom|ics|xml|txt|js|css|jpg|png|svg|webmanifest)$/

/** The app without a prerendered page, if the scripts that start it are intact: otherwise the page would stay blank. */
async function shellPage(): Promise<Response | undefined> {
  const needed = await Promise.all(start.map(path => files.answer(path)))
  return needed.every(({ ok }) => ok) ? new Response(shell, { headers }) : undefined
}

/** Says that the site has to be reached once more. */
const lostPage = (): Response => new Response(lost, { status: 503, headers })

/** The page from the network; where that does not answer, the app renders it from cached files. */
async function page(event: FetchEvent): Promise<Response> {
  const fromNetwork = fetch(event.request).then(
    async response => (response.status >= 500 ? ((await shellPage()) ?? response) : response),
    async () => (await shellPage()) ?? lostPage(),
  )
  event.waitUntil(fromNetwork.then(repairLater))
  const late = new Promise<undefined>(resolve => setTimeout(resolve, PAGE_TIMEOUT_MS))
  const inTime = await Promise.race([fromNetwork, late])
  return inTime ?? Promise.race([fromNetwork, shellPage().then(shell => shell ?? fromNetwork)])
}

/** Caches all files, unless this browser had no room for them lately: it would fetch them all at each visit. */
async function cacheAll(): Promise<void> {
  if (await hadNoRoom(base, version)) throw new Error('There was no room for the files of the site.')
  try {
    await files.cacheAll()
  } catch (error) {
    if (isNoRoom(error)) await noteNoRoom(base, version)
    throw error
  }
}

/** Delay of the check of cached files after a page, which needs the line and the processor first. */
const REPAIR_MS = 3_000
let isChecked = false

/** Fetches damaged and missing files again, once in the life of this thread: about once a visit. */
async function repairLater(): Promise<void> {
  if (isChecked) return
  isChecked = true
  await new Promise(resolve => setTimeout(resolve, REPAIR_MS))
  // The next visit tries again.
  await cacheAll().catch(() => undefined)
}

/** Files whose names carry a hash are the same everywhere; of others the newest is wanted, for pages of a newer build. */
async function file(event: FetchEvent, path: string): Promise<Response> {
  if (path.startsWith('assets/')) return files.answer(path)
  const response = await fetch(event.request).catch(() => undefined)
  return response?.ok ? response : files.answer(path)
}

/**
 * Earlier versions enabled navigation preload. Firefox fails every navigation whose preload fails, whatever is answered, and
 * so opens nothing without a network. It belongs to the registration and can be changed once any version is active.
 */
const withoutPreload = (): Promise<void> | undefined =>
  self.registration.navigationPreload?.disable().catch(() => undefined)

self.addEventListener('install', event => event.waitUntil(Promise.all([withoutPreload(), cacheAll()])))

/** Whether a person asked for this version. */
let isRequested = false

async function takeOver(): Promise<void> {
  await withoutPreload()
  await files.removeOthers()
  await self.clients.claim()
  if (!isRequested) return
  const message: ControllerChange = { type: 'takenOver', version }
  for (const client of await self.clients.matchAll()) client.postMessage(message)
}

self.addEventListener('activate', event => event.waitUntil(takeOver()))

self.addEventListener('fetch', event => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin || !pathname.startsWith(base)) return
  const path = pathname.slice(base.length)
  if (request.mode === 'navigate') {
    if (!NO_PAGE.test(path)) event.respondWith(page(event))
  } else if (files.has(path)) event.respondWith(file(event, path))
})

/** Pages that are of this build already. */
const own = new Set<string>()

/** Takes over without a word where no page of another build is open. */
async function noteOwn(id: string): Promise<void> {
  own.add(id)
  const open = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  // Other sites of the host are none of its business.
  const pages = open.filter(({ url }) => url.startsWith(self.registration.scope))
  if (pages.every(({ id }) => own.has(id))) await self.skipWaiting()
}

self.addEventListener('message', event => {
  const message = event.data as ToServiceWorker
  if (message.type === 'takeOver') {
    isRequested = true
    event.waitUntil(self.skipWaiting())
  } else {
    const isSame = message.version === version
    event.ports[0]?.postMessage(isSame)
    if (isSame && event.source instanceof Client) event.waitUntil(noteOwn(event.source.id))
  }
})
