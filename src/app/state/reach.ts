import { create } from 'zustand'
import { type CorpusState, settledSegments } from '#core/engine/corpusState.ts'
import { shortDate } from '#core/text/dates.ts'
import type { NoRoom } from '../io/serviceWorker.ts'
import { announce } from '../ui/Announcer.tsx'
import { stateOf, useCorpus } from './corpus.ts'

type Facts = Pick<CorpusState, 'papers' | 'newestDigest'>

/** How the page stands to its site: whether that answers, and whether it has something newer. */
interface Reach {
  /** Whether the site answered when it was last asked; until then the worker knows. */
  answers: boolean | undefined
  /** What the site said of its papers when it last answered. */
  said: Facts | undefined
  /** Has all tabs go on with the newer version of the site, where there is one. */
  update: (() => void) | undefined
  /** Whether what is newer may wait. */
  isPutOff: boolean
  /** Why the browser does not keep the site, where that is known: no room, found out now or at an earlier visit. */
  notKept: NoRoom | 'impossible' | undefined
}

export const useReach = create<Reach>(() => ({
  answers: undefined,
  said: undefined,
  update: undefined,
  isPutOff: false,
  notKept: undefined,
}))

/** Whether the site has other papers than these. */
const isOther = (said: Facts | undefined, corpus: CorpusState | undefined): boolean =>
  corpus !== undefined &&
  said !== undefined &&
  (said.papers !== corpus.papers || said.newestDigest !== corpus.newestDigest)

/** @param facts of the corpus as the site has it now; absent where it does not answer */
export function noteAnswer(facts: Facts | undefined): void {
  const corpus = stateOf(useCorpus.getState())
  const { said, isPutOff } = useReach.getState()
  const isNew = facts !== undefined && isOther(facts, corpus) !== isOther(said, corpus)
  useReach.setState({ answers: facts !== undefined, said: facts ?? said, isPutOff: isPutOff && !isNew })
}

/** @param update absent where the newer version has been overtaken by another */
export const noteUpdate = (update: (() => void) | undefined): void =>
  useReach.setState({ update, isPutOff: false })

export const noteNotKept = (notKept: Reach['notKept']): void => useReach.setState({ notKept })

export const putOff = (): void => useReach.setState({ isPutOff: true })

const NO_ROOM = 'This browser has no room to keep the site: it needs a network at each visit.'

/** What there is to say of the papers: offline, or not the newest; and once, that they cannot be kept. */
export function standing(
  { answers, notKept }: Pick<Reach, 'answers'> & Partial<Pick<Reach, 'notKept'>>,
  corpus: CorpusState | undefined,
): string | undefined {
  if (!corpus) return undefined
  const { kept, newestDigest } = corpus
  const asOf =
    newestDigest === undefined ? 'the papers of your last visit' : `data as of ${shortDate(newestDigest)}`
  if (answers === false || (answers === undefined && kept === 'unreachable')) return `Offline · ${asOf}`
  if (kept === 'incomplete') return `The newest papers did not come whole · ${asOf}`
  return notKept === 'new' ? NO_ROOM : undefined
}

/** What newer things there are to reload for. */
export function news(
  { answers, update, said, isPutOff }: Reach,
  corpus: CorpusState | undefined,
): string | undefined {
  if (isPutOff) return undefined
  if (update) return 'A new version is here.'
  return isOther(said, corpus) && answers ? 'Newer papers are here.' : undefined
}

/** Has screen readers hear what changes. */
export function announceReach(): void {
  let said: string | undefined
  let wasOffline = false
  const tell = () => {
    const reach = useReach.getState()
    const corpus = stateOf(useCorpus.getState())
    const stands = standing(reach, corpus)
    const words = stands ?? news(reach, corpus)
    if (words === said) return
    said = words
    if (words !== undefined) announce(words)
    else if (wasOffline) announce('Online again')
    wasOffline = stands !== undefined
  }
  useReach.subscribe(tell)
  useCorpus.subscribe(tell)
  tell()
}

/** Calls back once nothing more of the corpus is on its way. */
export function whenSettled(act: () => void): void {
  const isSettled = (): boolean => {
    const store = useCorpus.getState()
    const corpus = stateOf(store)
    return store.status === 'failed' || (corpus !== undefined && settledSegments(corpus) === corpus.segments)
  }
  if (isSettled()) {
    act()
    return
  }
  const stop = useCorpus.subscribe(() => {
    if (!isSettled()) return
    stop()
    act()
  })
}
