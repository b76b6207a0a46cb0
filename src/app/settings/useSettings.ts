import { useSyncExternalStore } from 'react'
import { DEFAULT_SETTINGS, SETTING_NAMES, type Settings } from '#core/site/settings.ts'
import { onSettings, shownSettings } from '../io/settings.ts'

let latest: Settings = DEFAULT_SETTINGS

/** The settings as they are shown: the same object until one of them changes. */
function shown(): Settings {
  const next = shownSettings()
  if (SETTING_NAMES.some(name => next[name] !== latest[name])) latest = next
  return latest
}

/** The settings of the page, which other tabs change too. */
export const useSettings = (): Settings => useSyncExternalStore(onSettings, shown, () => DEFAULT_SETTINGS)
