import { chosenIn, type Settings, settingsIn } from '#core/site/settings.ts'
import { STORED_SETTINGS, storageName } from '#core/site/storageNames.ts'
import { pageSite } from './pageSite.ts'

const KEY = storageName(STORED_SETTINGS, pageSite.base)

/** False once the browser refused to store settings, such as with full storage. */
let isStored = true

/** The present settings, from the attributes of the page. */
export const shownSettings = (): Settings => settingsIn(document.documentElement.dataset)

/** Whether settings are stored; if not, they last until the page is left. */
export function areSettingsStored(): boolean {
  try {
    localStorage.getItem(KEY)
    return isStored
  } catch {
    // Storage is blocked, or there is none.
    return false
  }
}

/** Shows settings, and stores them if the browser allows it. */
export function changeSettings(settings: Settings): void {
  const chosen = chosenIn(settings)
  const stored = Object.keys(chosen).length === 0 ? null : JSON.stringify(chosen)
  try {
    if (stored === null) localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, stored)
    isStored = true
  } catch {
    // Storage is blocked or full.
    isStored = false
  }
  // The browser notifies other tabs only; this tab gets the same event.
  dispatchEvent(new StorageEvent('storage', { key: KEY, newValue: stored }))
}

/** Calls back when this or another tab has changed them. */
export function onSettings(changed: () => void): () => void {
  addEventListener('storage', changed)
  return () => removeEventListener('storage', changed)
}
