import { useLayoutEffect, useRef } from 'react'
import { type Location, useLocation, useNavigationType } from 'react-router-dom'
import { ACTED } from '#core/site/events.ts'
import { viewOf } from '#core/site/view.ts'
import {
  rememberScrollPosition,
  type ScrollPosition,
  saveScrollPositions,
  scrollPositionOf,
} from '../io/scrollPositions.ts'
import { bringToTop, focusOn, heldAtTop, isAbove, isInSearch, keepInView } from './focusTargets.ts'
import { CARD } from './selectors.ts'

/**
 * The history entry that is open. While the person is still arriving there, nothing they did not do themselves (a page
 * that grows or shrinks, the scroll position of the page before) counts as their place.
 */
const visit = { entry: '', arriving: true, hasActed: false }

/** What only a person does. */
const ACTS = ['wheel', 'touchmove', 'keydown', 'pointerdown', 'click'] as const
/** What pages are left by. Back and Forward are told of before the page that is left has gone. */
const LEAVING = ['keydown', 'pointerdown', 'click', 'popstate', 'pagehide'] as const

/** Pages are left by the keys of a text box in ways that are told of otherwise, and typing should wait for nothing. */
const isTyping = ({ type, target }: Event): boolean =>
  type === 'keydown' && target instanceof HTMLInputElement

/**
 * Watches where the person is in the page that is open. It stands before the pages: layout effects run in this order,
 * and what a page does on arrival belongs to its own entry already.
 */
export function ScrollRestoration() {
  const { key: entry } = useLocation()
  useLayoutEffect(() => {
    // Before the app ran, the boot script watched.
    const hasActed = visit.entry === '' && document.documentElement.dataset[ACTED] !== undefined
    visit.entry = entry
    visit.arriving = !hasActed
    visit.hasActed = hasActed
  }, [entry])
  // Before the router listens, which stands around this: listeners of the window are called in their order.
  useLayoutEffect(() => {
    history.scrollRestoration = 'manual'
    const onAct = (event: Event) => {
      // A key held down goes on from the page before.
      if (event instanceof KeyboardEvent && event.repeat) return
      visit.arriving = false
      visit.hasActed = true
    }
    const onLeaving = (event: Event) => {
      if (!visit.arriving && !isTyping(event)) rememberScrollPosition(visit.entry, placeNow())
      if (event.type === 'pagehide') saveScrollPositions()
    }
    const onFocus = ({ target }: FocusEvent) => {
      const paper = (target as Element).closest?.<HTMLElement>(CARD)?.dataset.paper
      if (!paper) return
      rememberScrollPosition(visit.entry, { paper })
      if (!visit.arriving && (target as Element).matches(':focus-visible')) keepInView(target as Element)
    }
    for (const act of ACTS) window.addEventListener(act, onAct, { passive: true, capture: true })
    for (const act of LEAVING) window.addEventListener(act, onLeaving, { passive: true, capture: true })
    document.addEventListener('focusin', onFocus)
    return () => {
      for (const act of ACTS) window.removeEventListener(act, onAct, { capture: true })
      for (const act of LEAVING) window.removeEventListener(act, onLeaving, { capture: true })
      document.removeEventListener('focusin', onFocus)
    }
  }, [])
  return null
}

/**
 * Puts the person where a page is left or begun: on a page newly opened at its top with the focus on its heading, as
 * soon as it is `shown`; in a list turned to another page or query where that begins; after Back, Forward or reload
 * where they were, once the content is `complete`, unless they have gone on by themselves meanwhile.
 */
export function useScrollRestoration(shown: boolean, complete = shown): void {
  const location = useLocation()
  const type = useNavigationType()
  const opened = useRef<{ now: Location; before: Location | undefined; hasArrived: boolean }>(undefined)
  const ready = type === 'POP' ? complete : shown
  useLayoutEffect(() => {
    let visited = opened.current
    if (visited?.now.key !== location.key) {
      // Whoever goes on before the first list is complete goes on in this page all the same.
      const before = visited?.hasArrived ? visited.now : (visited?.before ?? visited?.now)
      visited = opened.current = { now: location, before, hasArrived: false }
    }
    const { before, hasArrived } = visited
    if (!ready || hasArrived) return
    visited.hasArrived = true
    if (type === 'POP') {
      if (visit.arriving) restorePlace(location.key)
    } else if (before?.pathname !== location.pathname) beginPage()
    else turnList(before, location)
    visit.arriving = false
    rememberScrollPosition(location.key, placeNow())
  }, [location, ready, type])
}

const cardOf = (paper: string): Element | null =>
  document.querySelector(`${CARD}[data-paper="${CSS.escape(paper)}"]`)

/** Where the person is, by the first card in view too. */
function placeNow(): Pick<ScrollPosition, 'scroll' | 'first'> {
  const scroll = window.scrollY
  const card = document.elementFromPoint(window.innerWidth / 2, heldAtTop() + 1)?.closest<HTMLElement>(CARD)
  const paper = card?.dataset.paper
  if (!card || !paper) return { scroll, first: undefined }
  return { scroll, first: { paper, top: card.getBoundingClientRect().top } }
}

function restorePlace(entry: string): void {
  const place = scrollPositionOf(entry)
  if (!place) return
  if (place.paper) cardOf(place.paper)?.querySelector('a')?.focus({ preventScroll: true })
  window.scrollTo(0, place.scroll)
  if (place.first) bringBack(entry, place.first, FRAMES)
}

/** So many frames it takes until the cards around the window have been laid out, with some to spare. */
const FRAMES = 4

/**
 * Brings a card to where it stood. Cards far from the window have a height that is estimated (`far` in styles/cards.css), so
 * how far the page was scrolled does not say it all.
 */
function bringBack(entry: string, first: NonNullable<ScrollPosition['first']>, frames: number): void {
  const card = cardOf(first.paper)
  if (!card || visit.entry !== entry || visit.hasActed) return
  window.scrollBy(0, card.getBoundingClientRect().top - first.top)
  if (frames > 0) requestAnimationFrame(() => bringBack(entry, first, frames - 1))
}

function beginPage(): void {
  window.scrollTo(0, 0)
  // Whoever was led to the search box types there already.
  if (isInSearch()) return
  const heading = document.querySelector('h1')
  heading?.setAttribute('tabindex', '-1')
  heading?.focus({ preventScroll: true })
}

/** Another page of a list begins at its count; after another query or order its beginning is at least in view. */
function turnList(before: Location, now: Location): void {
  const [old, view] = [viewOf(before.search), viewOf(now.search)]
  const sameList = old.q === view.q && old.sort === view.sort
  if (sameList && old.page !== view.page) {
    bringToTop('papers')
    focusOn('count', 'papers')
  } else if (!sameList && isAbove('papers')) bringToTop('papers')
  // The link that led here may be gone.
  if (document.activeElement === document.body) focusOn('count', 'search')
}
