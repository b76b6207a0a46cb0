import { STORED_FILES, storageName } from '#core/site/storageNames.ts'

/** A browser that had no room for the files of a build gets them again after this time. */
const RETRY_MS = 7 * 86_400_000

const keyOf = (base: string): string => `${base}no-room`

/** Whether the storage refused a file because there is no room for it. */
export const isNoRoom = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'QuotaExceededError'

/** Whether this browser had no room for the files of a build lately. Another build may be smaller, so it is tried. */
export async function hadNoRoom(base: string, version: string): Promise<boolean> {
  try {
    const noted = await caches.match(keyOf(base), { cacheName: storageName(STORED_FILES, base) })
    const note = (await noted?.json()) as { version: string; at: number } | undefined
    return note !== undefined && note.version === version && Math.abs(Date.now() - note.at) < RETRY_MS
  } catch {
    return false
  }
}

/** Remembers it until another build takes over. */
export async function noteNoRoom(base: string, version: string): Promise<void> {
  const note = Response.json({ version, at: Date.now() })
  await (await caches.open(storageName(STORED_FILES, base))).put(keyOf(base), note)
}
