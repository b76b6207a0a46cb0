import { STORED_CORPUS, STORED_FILES, storageName } from '#core/site/storageNames.ts'

/*
 * Service worker of a site that works online only: removes all caches of earlier builds, and itself. Open pages go on from
 * the network.
 */
declare const self: ServiceWorkerGlobalScope

const base = new URL(self.registration.scope).pathname

async function selfDestruct(): Promise<void> {
  for (const name of [storageName(STORED_FILES, base), storageName(STORED_CORPUS, base)])
    await caches.delete(name)
  await self.registration.unregister()
}

self.addEventListener('install', event => event.waitUntil(self.skipWaiting()))
self.addEventListener('activate', event => event.waitUntil(selfDestruct()))
