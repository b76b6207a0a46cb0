import type { MouseEvent } from 'react'

/** Whether a click follows a link here, rather than into another tab, another window or a file. */
export const isPlainClick = (event: MouseEvent): boolean =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
