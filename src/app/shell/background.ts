import { watchSite } from '../io/network.ts'
import { keepSite } from '../io/serviceWorker.ts'
import {
  announceConnectivity,
  noteNotCached,
  noteSiteFacts,
  noteUpdate,
  whenCorpusSettled,
} from '../state/connectivity.ts'
import { knownCorpus, retryLoading, useCorpus } from '../state/corpus.ts'
import { StatusLine } from './StatusLine.tsx'
import { useStatusLine } from './statusLineStore.ts'

let hasBegun = false

/**
 * Has the browser keep the site once nothing else is to be loaded, and the page say how it stands to its site.
 *
 * @param base the path below which the site is served, with slashes at both ends
 */
export function startBackground(base: string): void {
  if (hasBegun) return
  hasBegun = true
  useStatusLine.setState({ StatusLine })
  announceConnectivity()
  whenCorpusSettled(() => {
    const kept = () => knownCorpus(useCorpus.getState())?.kept
    watchSite(base, kept() !== 'unreachable', facts => {
      noteSiteFacts(facts)
      // Its own papers take the place of those of an earlier visit.
      if (facts && kept()) retryLoading()
    })
    if (!__IS_KEPT__ || !keepSite(base, noteUpdate, noteNotCached)) noteNotCached('impossible')
  })
}
