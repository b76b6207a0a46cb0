import { chosenIn, type Settings, settingsIn } from '#core/site/settings.ts'
import { STORED_SETTINGS, storageName } from '#core/site/storageNames.ts'
import { pageSite } from './pageSite.ts'

const KEY = storageName(STORED_SETTINGS, pageSite.base)

/** False once the browser has refused to store what was chosen, as where it is full. */
let isStored = true

/** The settings as they are shown: the boot script made them attributes of the page. */
export const shownSettings = (): Settings => settingsIn(document.documentElement.dataset)

/** Whether later visits will find the settings; if not, they hold until the page is left. */
export function areSettingsStored(): boolean {
  try {
    localStorage.getItem(KEY)
    return isStored
  } catch {
    // Storage is blocked, or there is none.
    return false
  }
}

/** Shows settings, and keeps them for later visits where the browser lets us. */
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
  // The browser tells the other tabs only. This one hears of it in the same way.
  dispatchEvent(new StorageEvent('storage', { key: KEY, newValue: stored }))
}

/** Tells when this or another tab has changed them. */
export function onSettings(changed: () => void): () => void {
  addEventListener('storage', changed)
  return () => removeEventListener('storage', changed)
}
