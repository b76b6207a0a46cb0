import { render, screen } from '@testing-library/react'
import { MemoryRouter, parsePath, useLocation } from 'react-router-dom'
import { readRecentQueries } from '#app/io/recentQueries.ts'
import { App } from '#app/shell/router.tsx'
import { openCorpus, showCorpus } from '#app/state/corpus.ts'
import { useRecentQueries } from '#app/state/recentQueries.ts'
import type { CorpusState } from '#core/engine/corpusState.ts'
import { engineOf, type SearchEngine } from '#core/engine/engine.ts'
import { DEFAULT_PROFILE } from '#core/site/siteProfile.ts'
import { digestEngine, digestManifest } from '../fixtures/digest.ts'
import { resetStores } from './stores.ts'

/** Shows the address, as the browser's bar would. */
function Address() {
  const { pathname, search } = useLocation()
  return <output aria-label="Address">{pathname + search}</output>
}

/** A page is drawn in two steps: this waits for the second, with the whole list and what stands beside it. */
export const wholePage = () => screen.findAllByRole('heading', { name: 'Papers by month', hidden: true })

/** The heading of a page of a paper, once it is known which. */
export const paperHeading = () =>
  screen.findByRole('heading', { level: 1, name: name => name !== 'Opening the paper' })

/** Selects text of the list itself, not its announcement to screen readers. */
export const inList = { selector: '#papers *' }

/** A list has so many cards: more say nothing else, and take most of the time of a test. */
export const CARDS = 8

/** The engine over the built-in corpus, with short lists, and other methods in the place of some. */
export function engineWith(methods: Partial<SearchEngine>): SearchEngine {
  const engine = digestEngine()
  const short: Partial<SearchEngine> = {
    search: (request, signal) =>
      engine.search({ ...request, pageSize: Math.min(request.pageSize, CARDS) }, signal),
    ...methods,
  }
  return engineOf((method, args, signal) => (short[method] ?? engine[method])(args, signal))
}

let renderings = 0

/**
 * Renders the site at an address, over the built-in corpus with short lists, unless another engine or state of it is given.
 */
export function renderAt(
  address: string,
  engine: SearchEngine = engineWith({}),
  known: Partial<CorpusState> = {},
) {
  resetStores()
  useRecentQueries.setState({ queries: readRecentQueries() ?? [], isStored: true })
  openCorpus('/', () => ({ engine }))
  const { papers, themes, newestDigest, segments } = digestManifest()
  showCorpus({
    papers,
    themes,
    ...(newestDigest && { newestDigest }),
    loadedPapers: papers,
    loadedSegments: segments.length,
    segments: segments.length,
    missing: [],
    ...known,
  })
  // What is remembered of places in a page belongs to a history entry: each rendering begins a history of its own.
  const entry = { ...parsePath(address), key: `rendering-${renderings++}` }
  return render(
    <MemoryRouter initialEntries={[entry]} useTransitions={false}>
      <App site={DEFAULT_PROFILE} />
      <Address />
    </MemoryRouter>,
  )
}
