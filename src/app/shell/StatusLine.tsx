import { dismissUpdate, statusMessage, updateMessage, useConnectivity } from '../state/connectivity.ts'
import { useCorpusState } from '../state/corpus.ts'

/** Below the masthead: that the site is offline. Over the page, at its end: that there is something newer. */
export function StatusLine() {
  const connectivity = useConnectivity()
  const corpus = useCorpusState()
  const status = statusMessage(connectivity, corpus)
  const news = updateMessage(connectivity, corpus)
  return (
    <>
      {status !== undefined && <p className="pt-1.5 text-sm text-warn">{status}</p>}
      {news !== undefined && (
        <aside
          aria-label="News of the site"
          className="fixed right-4 bottom-4 left-4 z-30 flex flex-wrap items-baseline gap-x-4 border border-edge bg-sheet px-4 py-3 text-sm sm:left-auto print:hidden"
        >
          <p>{news}</p>
          <button
            type="button"
            className="target prose-link font-semibold"
            onClick={connectivity.update ?? (() => location.reload())}
          >
            Reload
          </button>
          <button type="button" className="target prose-link" onClick={dismissUpdate}>
            Later
          </button>
        </aside>
      )}
    </>
  )
}
