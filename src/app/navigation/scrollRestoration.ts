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
 * The open history entry. While its page is still being restored, only acts of the reader change the remembered position,
 * not a page that grows or shrinks, nor the scroll position of the previous page.
 */
const visit = { entry: '', arriving: true, hasActed: false }

/** Events that only a person causes. */
const ACTS = ['wheel', 'touchmove', 'keydown', 'pointerdown', 'click'] as const
/** Events by which pages are left. `popstate` comes before the page that is left has gone. */
const LEAVING = ['keydown', 'pointerdown', 'click', 'popstate', 'pagehide'] as const

/** Keys in a text box leave no page by themselves, and typing should wait for nothing. */
const isTyping = ({ type, target }: Event): boolean =>
  type === 'keydown' && target instanceof HTMLInputElement

/**
 * Remembers the scroll position of the open page. It is rendered before the pages, since layout effects run in this
 * order: when a page restores its position, its entry is the open one already.
 */
export function ScrollRestorer() {
  const { key: entry } = useLocation()
  useLayoutEffect(() => {
    // The boot script watches before the app runs.
    const hasActed = visit.entry === '' && document.documentElement.dataset[ACTED] !== undefined
    visit.entry = entry
    visit.arriving = !hasActed
    visit.hasActed = hasActed
  }, [entry])
  // Runs before the router, an ancestor, adds its listeners: the window calls listeners in order.
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
 * Sets scroll position and focus of a page. A new page starts at its top with the focus on its heading, as soon as it is
 * `shown`; another page or query of a list at the start of the list. After Back, Forward or reload, the remembered position is
 * restored once the content is `complete`, unless the reader has gone on meanwhile.
 */
export function useScrollRestoration(shown: boolean, complete = shown): void {
  const location = useLocation()
  const type = useNavigationType()
  const opened = useRef<{ now: Location; before: Location | undefined; hasArrived: boolean }>(undefined)
  const ready = type === 'POP' ? complete : shown
  useLayoutEffect(() => {
    let visited = opened.current
    if (visited?.now.key !== location.key) {
      // A reader who goes on before the first list is complete still goes on within this page.
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

/** Scroll position, and the first card in view with its distance from the top of the window. */
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

/** Frames until the cards around the window are laid out, with some to spare. */
const FRAMES = 4

/**
 * Scrolls a card back to its former distance from the top. The scroll position alone is not enough: cards far from the
 * window have estimated heights (`far` in styles/cards.css).
 */
function bringBack(entry: string, first: NonNullable<ScrollPosition['first']>, frames: number): void {
  const card = cardOf(first.paper)
  if (!card || visit.entry !== entry || visit.hasActed) return
  window.scrollBy(0, card.getBoundingClientRect().top - first.top)
  if (frames > 0) requestAnimationFrame(() => bringBack(entry, first, frames - 1))
}

function beginPage(): void {
  window.scrollTo(0, 0)
  // Somebody who was led to the search box types there already.
  if (isInSearch()) return
  const heading = document.querySelector('h1')
  heading?.setAttribute('tabindex', '-1')
  heading?.focus({ preventScroll: true })
}

/** Scrolls to the count on another page of a list; after another query or order at most back to its start. */
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
