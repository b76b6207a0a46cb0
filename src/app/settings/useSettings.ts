import { useSyncExternalStore } from 'react'
import { DEFAULT_SETTINGS, type Settings, settingsIn } from '#core/site/settings.ts'
import { onSettings, shownSettings } from '../io/settings.ts'

const shown = (): string => JSON.stringify(shownSettings())
const byDefault = (): string => JSON.stringify(DEFAULT_SETTINGS)

/** The settings of the page, which other tabs change too. */
export const useSettings = (): Settings =>
  settingsIn(JSON.parse(useSyncExternalStore(onSettings, shown, byDefault)))
