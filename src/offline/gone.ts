import { STORED_CORPUS, STORED_FILES, storageName } from '#core/site/storageNames.ts'

/*
 * Takes the place of a service worker where the site does without one: removes all that was kept, and itself. Pages that are
 * open go on from the network.
 */
declare const self: ServiceWorkerGlobalScope

const base = new URL(self.registration.scope).pathname

async function leave(): Promise<void> {
  for (const name of [storageName(STORED_FILES, base), storageName(STORED_CORPUS, base)])
    await caches.delete(name)
  await self.registration.unregister()
}

self.addEventListener('install', event => event.waitUntil(self.skipWaiting()))
self.addEventListener('activate', event => event.waitUntil(leave()))
