/** Rules of keys in a page, which the boot script follows until the app runs, and then the app. */

/** Selector of what text is typed into. */
export const TYPED_IN = 'input, textarea, select, [contenteditable]:not([contenteditable="false"])'

/** Whether commands are given with ⌘, as on computers by Apple. */
export const isApplePlatform = (platform: string): boolean => /^(?:Mac|iP)/.test(platform)

interface Modifiers {
  ctrlKey: boolean
  metaKey: boolean
  shiftKey: boolean
  altKey: boolean
}

/** Whether only Ctrl is held, or ⌘ on computers by Apple. */
export const isMod = (held: Modifiers, isApple: boolean): boolean =>
  !held.shiftKey && !held.altKey && held.metaKey === isApple && held.ctrlKey !== isApple

/** Whether single keys are commands, by the attributes that settings set on the root element. */
export const hasSingleKeys = ({ keys }: Readonly<Record<string, string | undefined>>): boolean =>
  keys !== 'off'
