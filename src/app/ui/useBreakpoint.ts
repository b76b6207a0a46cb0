import { useSyncExternalStore } from 'react'

/** The widths from which something stands beside a list, as the breakpoints of `styles/tokens.css` have them. */
export const BREAKPOINTS = { rail: '68.75rem', wide: '85rem' } as const

/**
 * Whether the window has room for what stands beside a list, so that nothing is drawn that nobody can see.
 *
 * @returns nothing while a page is drawn as it came, for windows of every width
 */
export function useBreakpoint(what: keyof typeof BREAKPOINTS): boolean | undefined {
  return useSyncExternalStore(
    listener => {
      const query = queryOf(what)
      query.addEventListener('change', listener)
      return () => query.removeEventListener('change', listener)
    },
    () => queryOf(what).matches,
    () => undefined,
  )
}

const queryOf = (what: keyof typeof BREAKPOINTS): MediaQueryList =>
  matchMedia(`(min-width: ${BREAKPOINTS[what]})`)
