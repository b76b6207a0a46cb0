import { heldAtTop } from '../navigation/focusTargets.ts'
import type { Site } from '../navigation/Link.tsx'
import { leftForSearch } from './toSearch.ts'

/** What kind of page is open. */
export type Place = 'list' | 'reading' | 'elsewhere'

/** Where a command is called: what there is to act on. */
export interface Here {
  place: Place
  site: Site
  /** The paper that is meant: the card of a list, or the reading view. */
  paper: HTMLElement | undefined
}

export const CARD = 'article[data-paper]'
const READING = 'article[data-reading]'
export const TITLE_LINK = 'h2 a'

export const allOf = (selector: string): HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>(selector),
]

function isInView(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect()
  return bottom >= heldAtTop() && top <= window.innerHeight
}

/** The first card whose title can be seen, else the one that fills the window. */
function firstInView(): HTMLElement | undefined {
  const covered = heldAtTop()
  const top = (element: Element | null) => element?.getBoundingClientRect().top ?? Number.NEGATIVE_INFINITY
  const cards = allOf(CARD)
  const titled = cards.find(card => top(card.querySelector(TITLE_LINK)) >= covered)
  return titled && isInView(titled) ? titled : (cards.findLast(isInView) ?? titled ?? cards.at(-1))
}

/** The card that has the focus, or had it before the search box was asked for, unless it has gone out of view. */
export function focusedCard(): HTMLElement | undefined {
  const { activeElement } = document
  const focused = activeElement?.id === 'search' ? leftForSearch() : activeElement
  const card = focused?.isConnected ? focused.closest<HTMLElement>(CARD) : null
  return card && (focused !== activeElement || isInView(card)) ? card : undefined
}

export function hereNow(site: Site): Here {
  const reading = document.querySelector<HTMLElement>(READING)
  const card = reading ? undefined : (focusedCard() ?? firstInView())
  return {
    place: reading ? 'reading' : card ? 'list' : 'elsewhere',
    site,
    paper: reading ?? card,
  }
}
