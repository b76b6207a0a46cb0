import {
  CARRIED_OVER,
  STORED_PLACES,
  STORED_QUERIES,
  STORED_RELOAD,
  STORED_SETTINGS,
  sharedKey,
  storageName,
} from '#core/site/storageNames.ts'

type Stored = Parameters<typeof sharedKey>[0]

/**
 * Copies values once from keys that all sites of an origin shared to those of this site. They stay where they are:
 * another site of the origin may not have copied them yet, or may be of an earlier version.
 */
function copyOnce(storage: Storage, base: string, all: readonly Stored[]): void {
  const marker = storageName(CARRIED_OVER, base)
  if (storage.getItem(marker) !== null) return
  let hasCopied = false
  for (const stored of all) {
    const own = storageName(stored, base)
    const value = storage.getItem(sharedKey(stored))
    if (value === null) continue
    if (storage.getItem(own) === null) storage.setItem(own, value)
    hasCopied = true
  }
  // Where there is nothing to copy, nothing is stored.
  if (hasCopied) storage.setItem(marker, '1')
}

/** Gives this site what earlier versions stored without the base path in its name. */
export function carryOver(base: string): void {
  try {
    copyOnce(localStorage, base, [STORED_SETTINGS, STORED_QUERIES])
    copyOnce(sessionStorage, base, [STORED_PLACES, STORED_RELOAD])
  } catch {
    // Storage is blocked or full: the next visit tries again.
  }
}
