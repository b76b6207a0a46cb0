import { create } from 'zustand'
import type { CorpusPaper } from '#core/papers/manifest.ts'

/** A dialog or message of a command, over the page. */
export type Overlay =
  | { kind: 'palette' }
  | { kind: 'themes' }
  | { kind: 'keys' }
  | { kind: 'cite'; paper: CorpusPaper }
  | { kind: 'toast'; words: string }

export const useOverlay = create<{ overlay: Overlay | undefined }>(() => ({ overlay: undefined }))

export const openOverlay = (overlay: Overlay): void => useOverlay.setState({ overlay })

export const openCitation = (paper: CorpusPaper): void => openOverlay({ kind: 'cite', paper })

export const closeOverlay = (): void => useOverlay.setState({ overlay: undefined })
