import { useLayoutEffect } from 'react'
import { useLocation, useNavigationType } from 'react-router-dom'

/**
 * Scrolls to the section that the address names and focuses its heading. After Back or a reload, the scroll position is
 * restored instead.
 */
export function useSection(): void {
  const { hash, key } = useLocation()
  const type = useNavigationType()
  // biome-ignore lint/correctness/useExhaustiveDependencies: a link to the present section scrolls there again
  useLayoutEffect(() => {
    if (type === 'POP' || hash === '') return
    const section = document.getElementById(hash.slice(1))
    const heading = section?.querySelector('h2')
    section?.scrollIntoView()
    heading?.setAttribute('tabindex', '-1')
    heading?.focus({ preventScroll: true })
  }, [hash, key, type])
}
