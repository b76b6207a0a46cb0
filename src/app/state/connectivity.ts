import { create } from 'zustand'
import { type CorpusState, settledSegments } from '#core/engine/corpusState.ts'
import { formatShortDate } from '#core/text/dates.ts'
import type { NoRoom } from '../io/serviceWorker.ts'
import { announce } from '../ui/Announcer.tsx'
import { knownCorpus, useCorpus } from './corpus.ts'
import * as texts from './texts.ts'

type SiteFacts = Pick<CorpusState, 'papers' | 'newestDigest'>

/** Whether the site answers, and whether it has anything newer than the page. */
interface Connectivity {
  /** Whether the site answered last time; until it was asked, the worker knows. */
  isOnline: boolean | undefined
  /** The papers that the site had when it last answered. */
  facts: SiteFacts | undefined
  /** Moves all tabs to the newer version of the site, where there is one. */
  update: (() => void) | undefined
  /** Whether the newer version or papers may wait. */
  isDismissed: boolean
  /** Why the browser does not cache the site, as far as is known: no room, found out now or at an earlier visit. */
  notCached: NoRoom | 'impossible' | undefined
}

export const useConnectivity = create<Connectivity>(() => ({
  isOnline: undefined,
  facts: undefined,
  update: undefined,
  isDismissed: false,
  notCached: undefined,
}))

/** Whether the site has other papers than the page. */
const hasOtherPapers = (facts: SiteFacts | undefined, corpus: CorpusState | undefined): boolean =>
  corpus !== undefined &&
  facts !== undefined &&
  (facts.papers !== corpus.papers || facts.newestDigest !== corpus.newestDigest)

/** @param answer the papers that the site has now; absent where it does not answer */
export function noteSiteFacts(answer: SiteFacts | undefined): void {
  const corpus = knownCorpus(useCorpus.getState())
  const { facts, isDismissed } = useConnectivity.getState()
  const isNews = answer !== undefined && hasOtherPapers(answer, corpus) !== hasOtherPapers(facts, corpus)
  useConnectivity.setState({
    isOnline: answer !== undefined,
    facts: answer ?? facts,
    isDismissed: isDismissed && !isNews,
  })
}

/** @param update absent where the newer version has been replaced by another */
export const noteUpdate = (update: (() => void) | undefined): void =>
  useConnectivity.setState({ update, isDismissed: false })

export const noteNotCached = (notCached: Connectivity['notCached']): void =>
  useConnectivity.setState({ notCached })

export const dismissUpdate = (): void => useConnectivity.setState({ isDismissed: true })

/** The state of the papers, where it is worth a line: offline, or not the newest; and once, that they cannot be cached. */
export function statusMessage(
  { isOnline, notCached }: Pick<Connectivity, 'isOnline' | 'notCached'>,
  corpus: CorpusState | undefined,
): string | undefined {
  if (!corpus) return undefined
  const { kept, newestDigest } = corpus
  const papers = newestDigest === undefined ? texts.lastVisit : texts.asOf(formatShortDate(newestDigest))
  if (isOnline === false || (isOnline === undefined && kept === 'unreachable')) return texts.offline(papers)
  if (kept === 'incomplete') return texts.newestNotLoaded(papers)
  return notCached === 'new' ? texts.noRoom : undefined
}

/** A newer version or newer papers, which a reload brings. */
export function updateMessage(
  { isOnline, update, facts, isDismissed }: Connectivity,
  corpus: CorpusState | undefined,
): string | undefined {
  if (isDismissed) return undefined
  if (update) return texts.newVersion
  return isOnline && hasOtherPapers(facts, corpus) ? texts.newerPapers : undefined
}

/** Announces each change to screen readers. */
export function announceConnectivity(): void {
  let announced: string | undefined
  let hadStatus = false
  const onChange = () => {
    const connectivity = useConnectivity.getState()
    const corpus = knownCorpus(useCorpus.getState())
    const status = statusMessage(connectivity, corpus)
    const message = status ?? updateMessage(connectivity, corpus)
    if (message === announced) return
    announced = message
    if (message !== undefined) announce(message)
    else if (hadStatus) announce(texts.onlineAgain)
    hadStatus = status !== undefined
  }
  useConnectivity.subscribe(onChange)
  useCorpus.subscribe(onChange)
  onChange()
}

/** Calls back once, when no part of the corpus is loading any more. */
export function whenCorpusSettled(callback: () => void): void {
  const isSettled = (): boolean => {
    const store = useCorpus.getState()
    const corpus = knownCorpus(store)
    return store.status === 'failed' || (corpus !== undefined && settledSegments(corpus) === corpus.segments)
  }
  if (isSettled()) {
    callback()
    return
  }
  const unsubscribe = useCorpus.subscribe(() => {
    if (!isSettled()) return
    unsubscribe()
    callback()
  })
}
