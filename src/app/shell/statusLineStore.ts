import type { ComponentType } from 'react'
import { create } from 'zustand'

/** What says in each page that the site is offline, or that there is a newer one; it comes when the page has nothing else to do. */
export const useStatusLine = create<{ StatusLine: ComponentType | undefined }>(() => ({
  StatusLine: undefined,
}))
