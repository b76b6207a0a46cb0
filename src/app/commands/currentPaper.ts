import { SEARCH_BOX } from '#core/site/events.ts'
import { heldAtTop } from '../navigation/focusTargets.ts'
import { CARD, READING, TITLE_LINK } from '../navigation/selectors.ts'
import { leftForSearch } from './toSearch.ts'

/** The paper that commands act on: the card of a list, or the reading view. */
export interface CurrentPaper {
  id: string
  element: HTMLElement
  isReading: boolean
}

export const allOf = (selector: string): HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>(selector),
]

function isInView(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect()
  return bottom >= heldAtTop() && top <= window.innerHeight
}

/** The first card whose title is in view, else the one that fills the window. */
function firstInView(): HTMLElement | undefined {
  const covered = heldAtTop()
  const top = (element: Element | null) => element?.getBoundingClientRect().top ?? Number.NEGATIVE_INFINITY
  const cards = allOf(CARD)
  const titled = cards.find(card => top(card.querySelector(TITLE_LINK)) >= covered)
  return titled && isInView(titled) ? titled : (cards.findLast(isInView) ?? titled ?? cards.at(-1))
}

/** The card in view that has the focus, or had it before the search box took it. */
export function focusedCard(): HTMLElement | undefined {
  const { activeElement } = document
  const focused = activeElement?.id === SEARCH_BOX ? leftForSearch() : activeElement
  const card = focused?.isConnected ? focused.closest<HTMLElement>(CARD) : null
  return card && (focused !== activeElement || isInView(card)) ? card : undefined
}

export function currentPaper(): CurrentPaper | undefined {
  const reading = document.querySelector<HTMLElement>(READING)
  const element = reading ?? focusedCard() ?? firstInView()
  if (!element) return undefined
  const { paper, reading: id } = element.dataset
  return { id: id ?? paper ?? '', element, isReading: reading !== null }
}
