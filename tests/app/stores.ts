import { create as createStore } from 'zustand/react'
import type { StateCreator, StoreApi } from 'zustand/vanilla'

export * from 'zustand/react'
export * from 'zustand/vanilla'

/** Every Zustand store of the app. In component tests `zustand` is this file, so each store registers by itself. */
export const stores: StoreApi<unknown>[] = []

/** @public imported as that of `zustand` */
export function create<T>(initial: StateCreator<T>) {
  const store = createStore<T>(initial)
  stores.push(store as unknown as StoreApi<unknown>)
  return store
}

/** Gives every store of the app its first state, as a reload of the page does. */
export function resetStores(): void {
  for (const store of stores) {
    if (store.getState() !== store.getInitialState()) store.setState(store.getInitialState(), true)
  }
}
