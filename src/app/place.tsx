import { useEffect, useLayoutEffect, useRef } from 'react'
import { type Location, useLocation, useNavigationType } from 'react-router-dom'
import { viewOf } from '#core/view.ts'
import { keepPlaces, placeAt, rememberPlace } from './io/placeMemory.ts'
import { bringToTop, focusOn, topOf } from './landmarks.ts'

/**
 * The history entry that is open. While the person is still arriving there, nothing they did not do themselves (a page
 * that grows or shrinks, the scroll position of the page before) counts as their place.
 */
const visit = { entry: '', arriving: true }

/** What only a person does. */
const ACTS = ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const

/**
 * Watches where the person is in the page that is open. It stands before the pages: layout effects run in this order,
 * and what a page does on arrival belongs to its own entry already.
 */
export function PlaceMemory() {
  const { key } = useLocation()
  useLayoutEffect(() => {
    visit.entry = key
    visit.arriving = true
  }, [key])
  useEffect(() => {
    history.scrollRestoration = 'manual'
    const onScroll = () => {
      if (!visit.arriving) rememberPlace(visit.entry, { scroll: window.scrollY })
    }
    const onAct = (event: Event) => {
      // A key held down goes on from the page before.
      if (!(event instanceof KeyboardEvent && event.repeat)) visit.arriving = false
      // Scrolling is told of with the next frame, and whoever acts may be gone by then.
      onScroll()
    }
    const onFocus = ({ target }: FocusEvent) => {
      const paper = (target as Element).closest?.('[data-paper]')?.getAttribute('data-paper')
      if (paper) rememberPlace(visit.entry, { paper })
    }
    for (const act of ACTS) window.addEventListener(act, onAct, { passive: true, capture: true })
    window.addEventListener('scroll', onScroll, { passive: true })
    document.addEventListener('focusin', onFocus)
    window.addEventListener('pagehide', keepPlaces)
    return () => {
      for (const act of ACTS) window.removeEventListener(act, onAct, { capture: true })
      window.removeEventListener('scroll', onScroll)
      document.removeEventListener('focusin', onFocus)
      window.removeEventListener('pagehide', keepPlaces)
    }
  }, [])
  return null
}

/**
 * Puts the person where a page is left or begun: on a page newly opened at its top with the focus on its heading, as
 * soon as it is `shown`; in a list turned to another page or query where that begins; after Back, Forward or reload
 * where they were, once the content is `complete`, unless they have gone on by themselves meanwhile.
 */
export function useArrival(shown: boolean, complete = shown): void {
  const location = useLocation()
  const type = useNavigationType()
  const opened = useRef<{ now: Location; before: Location | undefined; hasArrived: boolean }>(undefined)
  const ready = type === 'POP' ? complete : shown
  useLayoutEffect(() => {
    // Whoever goes on before the first list is complete goes on in this page all the same.
    if (opened.current?.now.key !== location.key)
      opened.current = { now: location, before: opened.current?.now, hasArrived: false }
    const { before, hasArrived } = opened.current
    if (!ready || hasArrived) return
    opened.current.hasArrived = true
    if (type === 'POP') {
      if (visit.arriving) restorePlace(location.key)
    } else if (before?.pathname !== location.pathname) beginPage()
    else if (type === 'PUSH') turnList(before, location)
    visit.arriving = false
    rememberPlace(location.key, { scroll: window.scrollY })
  }, [location, ready, type])
}

function restorePlace(entry: string): void {
  const place = placeAt(entry)
  if (!place) return
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

/** Another page of a list begins at its count; after another query or order the list is at least in view. */
function turnList(before: Location, now: Location): void {
  const [old, view] = [viewOf(before.search), viewOf(now.search)]
  const sameList = old.q === view.q && old.sort === view.sort
  if (sameList && old.page !== view.page) {
    bringToTop('papers')
    focusOn('count', 'papers')
  } else if (!sameList && topOf('papers') < 0) bringToTop('papers')
  // The link that led here may be gone.
  if (document.activeElement === document.body) focusOn('count', 'search')
}
