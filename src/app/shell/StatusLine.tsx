import { dismissUpdate, statusMessage, updateMessage, useConnectivity } from '../state/connectivity.ts'
import { useCorpusState } from '../state/corpus.ts'
import * as texts from './texts.ts'

/** Says below the masthead that the site is offline, and over the end of the page that something newer is available. */
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
          aria-label={texts.news}
          className="fixed right-4 bottom-4 left-4 z-30 flex flex-wrap items-baseline gap-x-4 border border-edge bg-sheet px-4 py-3 text-sm sm:left-auto print:hidden"
        >
          <p>{news}</p>
          <button
            type="button"
            className="target prose-link font-semibold"
            onClick={connectivity.update ?? (() => location.reload())}
          >
            {texts.reload}
          </button>
          <button type="button" className="target prose-link" onClick={dismissUpdate}>
            {texts.later}
          </button>
        </aside>
      )}
    </>
  )
}
