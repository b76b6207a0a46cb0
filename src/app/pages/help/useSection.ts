import { useLayoutEffect } from 'react'
import { useLocation, useNavigationType } from 'react-router-dom'

/**
 * Brings the section that the address names to the top, with the focus on its heading. Where Back or a reload led here, the
 * place is restored instead.
 */
export function useSection(): void {
  const { hash, key } = useLocation()
  const type = useNavigationType()
  // biome-ignore lint/correctness/useExhaustiveDependencies: a link to the section that is named already leads there again
  useLayoutEffect(() => {
    if (type === 'POP' || hash === '') return
    const section = document.getElementById(hash.slice(1))
    const heading = section?.querySelector('h2')
    section?.scrollIntoView()
    heading?.setAttribute('tabindex', '-1')
    heading?.focus({ preventScroll: true })
  }, [hash, key, type])
}
