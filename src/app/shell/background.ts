import { watchSite } from '../io/network.ts'
import { cacheSite } from '../io/serviceWorker.ts'
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
 * Registers the service worker once nothing else is loading, watches whether the site answers, and shows the status line.
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
      // The site's own papers replace those of an earlier visit.
      if (facts && kept()) retryLoading()
    })
    if (!__IS_CACHED__ || !cacheSite(base, noteUpdate, noteNotCached)) noteNotCached('impossible')
  })
}
