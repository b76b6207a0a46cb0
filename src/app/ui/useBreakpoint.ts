import { useSyncExternalStore } from 'react'

/** Widths from which a list has something beside it; the same as in `styles/tokens.css`. */
export const BREAKPOINTS = { rail: '68.75rem', wide: '85rem' } as const

/**
 * Whether the window is wide enough for the column beside a list, so that nothing invisible is rendered.
 *
 * @returns undefined while prerendering and hydrating, for windows of every width
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
