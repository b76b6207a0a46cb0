import { hasSingleKeys, isApplePlatform } from '#core/site/keyboard.ts'

/** Whether commands are given with ⌘ here. */
export const isApple = (): boolean => isApplePlatform(navigator.platform)

/** Whether the settings of this page have single keys on. */
export const areSingleKeysOn = (): boolean => hasSingleKeys(document.documentElement.dataset)
