import { flushSync } from 'react-dom'
import { linksOf } from '#core/papers/links.ts'
import type { CorpusPaper } from '#core/papers/manifest.ts'
import { paths } from '#core/site/paths.ts'
import type { Layout } from '#core/site/view.ts'
import { copyText } from '../io/clipboard.ts'
import { openInNewTab } from '../io/newTab.ts'
import { keepInView } from '../navigation/focusTargets.ts'
import { useCorpus } from '../state/corpus.ts'
import { announce } from '../ui/Announcer.tsx'
import { allOf, CARD, focusedCard, type Here, TITLE_LINK } from './here.ts'
import { openOverlay } from './overlay.ts'

/** What a command would do here; nothing where there is nothing for it to do. */
export type Act = (() => void) | undefined

const NEXT_PAGE = '#papers a[rel="next"]'

function focusOn(link: HTMLElement): void {
  link.focus({ preventScroll: true })
  keepInView(link, link.closest(CARD) ?? link)
}

/** Leads along the titles of a list and on to its next page. */
export function step({ paper }: Here, by: 1 | -1): Act {
  const stops = [...allOf(`${CARD} ${TITLE_LINK}`), ...allOf(NEXT_PAGE)]
  const focused = stops.findIndex(stop => stop === document.activeElement && !stop.closest(CARD))
  const current = focused >= 0 ? focused : stops.findIndex(stop => paper?.contains(stop))
  const isEntered = focused >= 0 || focusedCard() !== undefined
  const next = stops[isEntered || by === -1 ? current + by : current]
  return next && (() => focusOn(next))
}

const press = (element: HTMLElement | null | undefined): Act => (element ? () => element.click() : undefined)

/** Follows a link of the reading view to the paper beside this one. */
export const neighbour = (rel: 'next' | 'prev'): Act =>
  press(document.querySelector<HTMLElement>(`main nav a[rel="${rel}"]`))

/** Makes the paper that is meant the one that has the focus, so that it can be seen which it is. */
function onPaper({ paper }: Here, act: Act): Act {
  const link = paper?.querySelector<HTMLElement>(TITLE_LINK)
  return act && link
    ? () => {
        if (!paper?.contains(document.activeElement)) focusOn(link)
        act()
      }
    : act
}

const buttonIn = ({ paper }: Here, command: string): HTMLElement | null | undefined =>
  paper?.querySelector<HTMLElement>(`[data-command="${command}"]`)

const recordOf = ({ paper }: Here): CorpusPaper | undefined =>
  useCorpus.getState().papers.get(paper?.dataset.paper ?? '')

export const open = (here: Here): Act =>
  onPaper(here, press(here.paper?.querySelector<HTMLElement>(TITLE_LINK)))

export const expand = (here: Here): Act => onPaper(here, press(buttonIn(here, 'expand')))

/** What a card has no button for is done with what is known of its paper. */
function orElse(here: Here, command: string, act: (paper: CorpusPaper) => void): Act {
  const record = recordOf(here)
  return onPaper(here, press(buttonIn(here, command)) ?? (record && (() => act(record))))
}

export const openSource = (here: Here): Act =>
  orElse(here, 'source', paper => {
    const [link] = linksOf(paper)
    if (link) openInNewTab(link.href)
  })

export const cite = (here: Here): Act => orElse(here, 'cite', paper => openOverlay({ kind: 'cite', paper }))

export const copyLink = (here: Here): Act =>
  orElse(here, 'copy-link', async paper => {
    const { href } = new URL(here.site.hrefOf(paths.paper(paper.id)), location.href)
    const words = (await copyText(href)) ? 'Link copied' : `Your browser does not let this page copy ${href}`
    announce(words)
    openOverlay({ kind: 'note', words })
  })

/** Shows another layout of the list, and the same card in it. */
export function showAs(layout: Layout): Act {
  const show = press(document.querySelector<HTMLElement>(`[data-command="view-${layout}"]`))
  return (
    show &&
    (() => {
      const card = focusedCard()
      flushSync(show)
      const link = card?.querySelector<HTMLElement>(TITLE_LINK)
      if (link) keepInView(link, link.closest(CARD) ?? link)
    })
  )
}
