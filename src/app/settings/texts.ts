/** The texts of the settings. #core/site/settings.ts has names and values. */

export const title = 'Settings'
export const aboutText = 'On top of the size your browser is set to.'
export const aboutAbstract = 'The layout “Full” shows them whole.'
export const aboutKeys = 'Keys that work without Control or Command.'
export const stored = 'Stored in this browser only, for all of its tabs.'
export const notStored =
  'Your browser stores nothing for this site: the settings last until you close this page.'
export const reset = 'Reset to the defaults'
export const areDefaults = 'All settings are at their defaults'
