import { StrictMode, startTransition } from 'react'
import { createRoot, hydrateRoot } from 'react-dom/client'
import { BROKEN_EVENT, RENDERED_PATH } from '#core/site/events.ts'
import { pathBelow } from '#core/site/paths.ts'
import { isAsWritten } from '#core/site/view.ts'
import { SearchWorker } from './io/engine.ts'
import { withstandForeignNodes } from './io/foreignNodes.ts'
import { siteHistory } from './io/history.ts'
import { whenIdle } from './io/idle.ts'
import { cameFor, readInitialData } from './io/initialData.ts'
import { pageSite } from './io/pageSite.ts'
import { loadFormulasOf } from './paper/LazyFormula.tsx'
import { App, loadPage } from './shell/router.tsx'
import { SiteRouter } from './shell/SiteRouter.tsx'
import { openCorpus, retryLoading } from './state/corpus.ts'
import { InitialDataContext } from './state/initialData.ts'

const { base } = pageSite

/** @param address path and query string below the base, to replace those of the address bar */
function start(address?: string): void {
  const worker = openCorpus(base, (corpus, listener) => new SearchWorker(corpus, listener))
  const startWorker = () => worker.start()
  addEventListener('online', retryLoading)

  const root = document.getElementById('root') as HTMLElement
  withstandForeignNodes(root)
  const first = readInitialData()
  const site = (
    <StrictMode>
      <InitialDataContext value={first}>
        <SiteRouter base={base} history={siteHistory(base, address)}>
          <App site={pageSite} />
        </SiteRouter>
      </InitialDataContext>
    </StrictMode>
  )

  if (first && cameFor(address ?? path + location.search)) {
    // The prerendered page can be read: hydration may wait for taps, part by part, and so may loading the papers.
    Promise.all([loadPage(address ?? path), loadFormulasOf(root)]).then(() => {
      startTransition(() => void hydrateRoot(root, site))
      whenIdle(startWorker)
    })
  } else {
    startWorker()
    createRoot(root).render(site)
  }
}

const { dataset } = document.documentElement
const path = pathBelow(base, location.pathname) ?? '/'

/** Whether the site itself wrote the address, or the page was rendered for it. */
const isTidy =
  history.state?.key !== undefined ||
  (dataset[RENDERED_PATH] === path && isAsWritten(location.search) && !/^#!?\//.test(location.hash))

/** The boot script reports errors before the first rendering. */
function begin(address?: string): void {
  try {
    start(address)
  } catch (error) {
    dispatchEvent(new CustomEvent(BROKEN_EVENT, { detail: error }))
    reportError(error)
  }
}

// A task of its own, so that the browser can answer a tap between reading the scripts and running them.
if (isTidy) setTimeout(begin)
else
  import('#core/site/repair/address.ts').then(
    ({ tidyAddress }) => begin(tidyAddress(path + location.search + location.hash)),
    // If the repair cannot be loaded, the address stays as it is.
    () => begin(),
  )
