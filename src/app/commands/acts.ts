import { flushSync } from 'react-dom'
import type { CorpusPaper } from '#core/papers/manifest.ts'
import { paths } from '#core/site/paths.ts'
import { copyText } from '../io/clipboard.ts'
import { keepInView } from '../navigation/focusTargets.ts'
import type { SiteNavigation } from '../navigation/Link.tsx'
import { paperAddress } from '../navigation/paperAddress.ts'
import { CARD, NEXT_PAGE, TITLE_LINK } from '../navigation/selectors.ts'
import { openSource } from '../paper/openSource.ts'
import { knownPaper, useAnswers } from '../state/answers.ts'
import { useCorpus } from '../state/corpus.ts'
import { announce } from '../ui/Announcer.tsx'
import { allOf, type CurrentPaper, currentPaper, focusedCard } from './currentPaper.ts'
import { openCitation, openOverlay } from './overlay.ts'
import { type Act, registeredAct } from './registry.ts'
import type { CommandName } from './table.ts'
import * as texts from './texts.ts'
import { toSearch } from './toSearch.ts'

interface Context {
  site: SiteNavigation
  paper: CurrentPaper | undefined
}

function focusOn(link: HTMLElement): void {
  link.focus({ preventScroll: true })
  keepInView(link, link.closest(CARD) ?? link)
}

/** Moves the focus along the titles of a list, and on to the link to its next page. */
function step({ paper }: Context, by: 1 | -1): Act {
  if (paper?.isReading) return undefined
  const stops = [...allOf(`${CARD} ${TITLE_LINK}`), ...allOf(NEXT_PAGE)]
  const focused = stops.findIndex(stop => stop === document.activeElement && !stop.closest(CARD))
  const current = focused >= 0 ? focused : stops.findIndex(stop => paper?.element.contains(stop))
  const isEntered = focused >= 0 || focusedCard() !== undefined
  const next = stops[isEntered || by === -1 ? current + by : current]
  return next && (() => focusOn(next))
}

const titleOf = (paper: CurrentPaper | undefined): HTMLElement | null | undefined =>
  paper?.isReading ? undefined : paper?.element.querySelector<HTMLElement>(TITLE_LINK)

/** Focuses the paper of a list that a command acts on, so that people see which it is. */
function onPaper({ paper }: Context, act: Act): Act {
  const title = titleOf(paper)
  if (!act || !title) return act
  return () => {
    if (!paper?.element.contains(document.activeElement)) focusOn(title)
    act()
  }
}

/** Acts on the record of the current paper, unless a component has registered a handler. */
function withRecord(context: Context, name: CommandName, act: (paper: CorpusPaper) => void): Act {
  const { id = '' } = context.paper ?? {}
  const record = knownPaper(id)(useAnswers.getState())
  return onPaper(context, registeredAct(name, id) ?? (record && (() => act(record))))
}

/** For a line of a list, which has no button that shows whether it worked. */
async function copyLink(paper: CorpusPaper, site: SiteNavigation): Promise<void> {
  const href = paperAddress(site, paper)
  const words = (await copyText(href)) ? texts.copied : texts.notCopied(href)
  announce(words)
  openOverlay({ kind: 'toast', words })
}

/** Shows another layout of the list, with the same card in view. */
function layout(name: CommandName): Act {
  const show = registeredAct(name)
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

function newestDigest(): string | undefined {
  const store = useCorpus.getState()
  const day = store.status === 'ready' ? store.corpus.newestDigest : undefined
  return day && paths.digest(day)
}

const goTo = ({ site }: Context, path: string | undefined): Act =>
  path === undefined ? undefined : () => site.go(path)

/** Commands that no component registers, or that do more than the registered handler. */
const ACTS: Partial<Record<CommandName, (context: Context) => Act>> = {
  search:
    ({ site }) =>
    () =>
      toSearch(site),
  chooseTheme: () => () => openOverlay({ kind: 'themes' }),
  nextPaper: context => step(context, 1),
  previousPaper: context => step(context, -1),
  openPaper: context => {
    const title = titleOf(context.paper)
    return title ? onPaper(context, () => title.click()) : undefined
  },
  expand: context => onPaper(context, registeredAct('expand', context.paper?.id)),
  compact: () => layout('compact'),
  cards: () => layout('cards'),
  full: () => layout('full'),
  openSource: context => withRecord(context, 'openSource', openSource),
  cite: context => withRecord(context, 'cite', openCitation),
  copyLink: context => withRecord(context, 'copyLink', paper => void copyLink(paper, context.site)),
  goToFront: context => goTo(context, paths.front()),
  goToThemes: context => goTo(context, paths.themes()),
  goToDigests: context => goTo(context, paths.digests()),
  goToNewestDigest: context => goTo(context, newestDigest()),
  goToHelp: context => goTo(context, paths.help()),
  showKeys: () => () => openOverlay({ kind: 'keys' }),
}

/** The act of a command now; undefined if it is not available here. */
export function actOf(name: CommandName, site: SiteNavigation): Act {
  const paper = currentPaper()
  return (ACTS[name] ?? (() => registeredAct(name, paper?.id)))({ site, paper })
}
