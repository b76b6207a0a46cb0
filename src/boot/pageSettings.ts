import { isSettingValue, SETTING_NAMES, SETTINGS, type SettingName } from '#core/site/settings.ts'
import { STORED_SETTINGS, storageName } from '#core/site/storageNames.ts'

const { dataset } = document.documentElement

/** Shows settings as attributes of the root element, which styles follow. Anything unsound counts as not chosen. */
function showSettings(stored: string | null): void {
  let chosen: Partial<Record<SettingName, unknown>> | null = null
  try {
    chosen = JSON.parse(stored ?? 'null')
  } catch {
    // Junk in the storage counts as nothing.
  }
  for (const name of SETTING_NAMES) {
    const value = chosen?.[name]
    if (isSettingValue(name, value) && value !== SETTINGS[name].byDefault) dataset[name] = value
    else delete dataset[name]
  }
  showScheme(dataset.theme)
}

/** Tells the browser which colours its own parts have to have. */
function showScheme(theme: string | undefined): void {
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[data-scheme]')) {
    const { scheme } = meta.dataset
    const media = theme ? (theme === scheme ? 'all' : 'not all') : `(prefers-color-scheme: ${scheme})`
    meta.setAttribute('media', media)
  }
  document.querySelector('meta[name="color-scheme"]')?.setAttribute('content', theme ?? 'light dark')
}

/**
 * Shows the settings that are stored, and those that another tab stores later. The app announces a change in its own
 * tab by the same event, with storage or without.
 */
export function followSettings(base: string): void {
  const ownKey = storageName(STORED_SETTINGS, base)
  const showStored = (): void => {
    try {
      showSettings(localStorage.getItem(ownKey))
    } catch {
      // Storage is blocked: the page stays as it is.
    }
  }
  showStored()
  addEventListener('storage', ({ key, newValue }) => {
    // Without a key, everything was removed.
    if (key === ownKey || key === null) showSettings(newValue)
  })
  // A page that Back restores from memory has missed the events of the meantime.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) showStored()
  })
}
