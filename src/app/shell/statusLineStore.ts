import type { ComponentType } from 'react'
import { create } from 'zustand'

/** The status line of every page. It loads when the page has nothing else to do. */
export const useStatusLine = create<{ StatusLine: ComponentType | undefined }>(() => ({
  StatusLine: undefined,
}))
