import { Files } from './files.ts'
import type { Site, TakenOver, ToServiceWorker } from './site.ts'

declare const self: ServiceWorkerGlobalScope
/** Put in by the build. */
declare const __SITE__: Site

const { version, shell, headers, files: listed } = __SITE__
const base = new URL(self.registration.scope).pathname
const files = new Files(base, listed)

/** A page that has not begun to come by then is drawn by the app. */
const PATIENCE_MS = 4_000

/** What has an address of its own but is no page: without a network it is not to be had. */
const NO_PAGE = /\.(?:bib|ris|json|md|atom|ics|xml|txt|js|css|jpg|png|svg|webmanifest)$/

const shellPage = (): Response => new Response(shell, { headers })

/** The page as it is on the network now; the app draws it from what is kept where the network does not answer. */
async function page(event: FetchEvent): Promise<Response> {
  const preloaded = Promise.resolve(event.preloadResponse as Promise<Response | undefined>)
  const coming = preloaded.then(response => response ?? fetch(event.request))
  const fromNetwork = coming.then(
    response => (response.status >= 500 ? shellPage() : response),
    () => shellPage(),
  )
  event.waitUntil(fromNetwork)
  const late = new Promise<Response>(resolve => setTimeout(() => resolve(shellPage()), PATIENCE_MS))
  return Promise.race([fromNetwork, late])
}

/** Files whose names carry a hash are the same everywhere; of others the newest is wanted, for pages of a newer build. */
async function file(event: FetchEvent, path: string): Promise<Response> {
  if (path.startsWith('assets/')) return files.answer(path)
  try {
    return await fetch(event.request)
  } catch {
    return files.answer(path)
  }
}

self.addEventListener('install', event => event.waitUntil(files.keepAll()))

/** Whether somebody wanted this one to take over. */
let wasWanted = false

async function takeOver(): Promise<void> {
  await self.registration.navigationPreload?.enable()
  await files.removeOthers()
  await self.clients.claim()
  if (!wasWanted) return
  const message: TakenOver = { type: 'takenOver', version }
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
    wasWanted = true
    event.waitUntil(self.skipWaiting())
  } else {
    const isSame = message.version === version
    event.ports[0]?.postMessage(isSame)
    if (isSame && event.source instanceof Client) event.waitUntil(noteOwn(event.source.id))
  }
})
