import { useEffect, useLayoutEffect, useRef } from 'react'
import { useLocation, useNavigationType } from 'react-router-dom'
import { keepPlaces, placeAt, rememberPlace } from './io/placeMemory.ts'

/** Watches where the person is in the page that is open. Once, around all pages. */
export function usePlaceMemory(): void {
  const { key } = useLocation()
  const entry = useRef(key)
  // Set before the browser reports the scrolling that new content itself causes.
  useLayoutEffect(() => {
    entry.current = key
  }, [key])
  useEffect(() => {
    history.scrollRestoration = 'manual'
    const onScroll = () => rememberPlace(entry.current, { scroll: window.scrollY })
    const onFocus = ({ target }: FocusEvent) => {
      const paper = (target as Element).closest?.('[data-paper]')?.getAttribute('data-paper')
      if (paper) rememberPlace(entry.current, { paper })
    }
    window.addEventListener('scroll', onScroll, { passive: true })
    document.addEventListener('focusin', onFocus)
    window.addEventListener('pagehide', keepPlaces)
    return () => {
      window.removeEventListener('scroll', onScroll)
      document.removeEventListener('focusin', onFocus)
      window.removeEventListener('pagehide', keepPlaces)
    }
  }, [])
}

/**
 * Puts the person where a page is left or begun: on a page newly opened at its top with the focus on its heading, as
 * soon as it is `shown`; after Back, Forward or reload where they were, once the content is `complete`, unless they
 * have gone on by themselves meanwhile.
 */
export function useArrival(shown: boolean, complete = shown): void {
  const { key, pathname } = useLocation()
  const type = useNavigationType()
  const arrived = useRef<string>(undefined)
  const path = useRef<string>(undefined)
  const ready = type === 'POP' ? complete : shown
  useLayoutEffect(() => {
    if (!ready || arrived.current === key) return
    const samePage = path.current === pathname
    arrived.current = key
    path.current = pathname
    if (type === 'POP') restorePlace(key)
    else if (!samePage) beginPage()
  }, [key, pathname, ready, type])
}

function restorePlace(key: string): void {
  const place = placeAt(key)
  const movedOn = document.activeElement instanceof HTMLInputElement || window.scrollY > 0
  if (!place || movedOn) return
  if (place.paper) {
    const link = document.querySelector(`[data-paper="${CSS.escape(place.paper)}"] a`)
    if (link instanceof HTMLElement) link.focus({ preventScroll: true })
  }
  window.scrollTo(0, place.scroll)
}

function beginPage(): void {
  window.scrollTo(0, 0)
  const heading = document.querySelector('h1')
  heading?.setAttribute('tabindex', '-1')
  heading?.focus({ preventScroll: true })
}
