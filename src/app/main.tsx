import { StrictMode, startTransition } from 'react'
import { createRoot, hydrateRoot } from 'react-dom/client'
import { BrowserRouter } from 'react-router-dom'
import { WorkerEngine } from './io/engine.ts'
import { cameFor, readFirstData } from './io/firstData.ts'
import { whenIdle } from './io/idle.ts'
import { nameEntry } from './io/placeMemory.ts'
import { loadMathsOf } from './paper/maths.tsx'
import { App, loadPage } from './router.tsx'
import { loadAgain, openCorpus } from './state/corpus.ts'
import { FirstDataContext } from './state/firstData.ts'

const base = import.meta.env.BASE_URL

function start(): void {
  nameEntry()
  const engine = openCorpus(base, (corpus, listener) => new WorkerEngine(corpus, listener))
  const startEngine = () => engine.start()
  addEventListener('online', loadAgain)

  const root = document.getElementById('root') as HTMLElement
  const first = readFirstData()
  const site = (
    <StrictMode>
      <FirstDataContext value={first}>
        {/* The address is what pages are made from: they follow it at once, or links would be those of the address before. */}
        <BrowserRouter basename={base} useTransitions={false}>
          <App />
        </BrowserRouter>
      </FirstDataContext>
    </StrictMode>
  )

  const path = location.pathname.slice(base.length - 1)

  if (first && cameFor(path)) {
    // What stands there already can be read: bringing it to life may wait for fingers, piece by piece. So may the papers
    // that are not there.
    Promise.all([loadPage(path), loadMathsOf(root)]).then(() => {
      startTransition(() => void hydrateRoot(root, site))
      // From now on React brings to life at once what is clicked. `public/early.js` has kept what was clicked before.
      dispatchEvent(new Event('alive'))
      whenIdle(startEngine)
    })
  } else {
    startEngine()
    createRoot(root).render(site)
    dispatchEvent(new Event('alive'))
  }
}

/** Whatever breaks before anything is drawn is told by `public/early.js`. */
function begin(): void {
  try {
    start()
  } catch (error) {
    dispatchEvent(new CustomEvent('broken', { detail: error }))
    reportError(error)
  }
}

// Reading the scripts is one task of the browser, what follows another: between them it can answer a finger.
if (document.documentElement.dataset.path === undefined) begin()
else setTimeout(begin)
