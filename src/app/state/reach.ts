import { create } from 'zustand'
import { shortDate } from '#core/dates.ts'
import { type CorpusState, settledSegments } from '#core/messages.ts'
import { announce } from '../ui/Announcer.tsx'
import { stateOf, useCorpus } from './corpus.ts'

/** How the page stands to its site: whether that answers, and whether it has something newer. */
interface Reach {
  /** Whether the site answered when it was last asked; until then the worker knows. */
  answers: boolean | undefined
  /** The site has other papers than these. */
  hasOtherPapers: boolean
  /** Has all tabs go on with the newer version of the site, where there is one. */
  update: (() => void) | undefined
  /** Whether what is newer may wait. */
  isPutOff: boolean
}

export const useReach = create<Reach>(() => ({
  answers: undefined,
  hasOtherPapers: false,
  update: undefined,
  isPutOff: false,
}))

type Facts = Pick<CorpusState, 'papers' | 'newestDigest'>

/** @param facts of the corpus as the site has it now; absent where it does not answer */
export function noteAnswer(facts: Facts | undefined): void {
  const corpus = stateOf(useCorpus.getState())
  const isOther =
    corpus !== undefined &&
    facts !== undefined &&
    (facts.papers !== corpus.papers || facts.newestDigest !== corpus.newestDigest)
  const { hasOtherPapers, isPutOff } = useReach.getState()
  useReach.setState({
    answers: facts !== undefined,
    hasOtherPapers: facts === undefined ? hasOtherPapers : isOther,
    isPutOff: isPutOff && (facts === undefined || hasOtherPapers === isOther),
  })
}

/** @param update absent where the newer version has been overtaken by another */
export const noteUpdate = (update: (() => void) | undefined): void =>
  useReach.setState({ update, isPutOff: false })

export const putOff = (): void => useReach.setState({ isPutOff: true })

/** What there is to say of the papers: offline, or not the newest. */
export function standing(
  { answers }: Pick<Reach, 'answers'>,
  corpus: CorpusState | undefined,
): string | undefined {
  if (!corpus) return undefined
  const { kept, newestDigest } = corpus
  const asOf =
    newestDigest === undefined ? 'the papers of your last visit' : `data as of ${shortDate(newestDigest)}`
  if (answers === false || (answers === undefined && kept === 'unreachable')) return `Offline · ${asOf}`
  return kept === 'incomplete' ? `The newest papers did not come whole · ${asOf}` : undefined
}

/** What newer things there are to reload for. */
export function news({ answers, update, hasOtherPapers, isPutOff }: Reach): string | undefined {
  if (isPutOff) return undefined
  if (update) return 'A new version is here.'
  return hasOtherPapers && answers ? 'Newer papers are here.' : undefined
}

/** Has screen readers hear what changes. */
export function announceReach(): void {
  let said: string | undefined
  let wasOffline = false
  const tell = () => {
    const reach = useReach.getState()
    const stands = standing(reach, stateOf(useCorpus.getState()))
    const words = stands ?? news(reach)
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
