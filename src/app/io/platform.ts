/** Whether commands are given with ⌘ here, as on computers by Apple. */
export const isApple = (): boolean => /^(?:Mac|iP)/.test(navigator.platform)
