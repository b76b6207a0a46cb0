import { useCorpusState } from '../state/corpus.ts'
import { news, putOff, standing, useReach } from '../state/reach.ts'

/** Below the masthead: that the site is offline. Over the page, at its end: that there is something newer. */
export function StatusLine() {
  const reach = useReach()
  const corpus = useCorpusState()
  const stands = standing(reach, corpus)
  const isNew = news(reach, corpus)
  return (
    <>
      {stands !== undefined && <p className="pt-1.5 text-sm text-warn">{stands}</p>}
      {isNew !== undefined && (
        <aside
          aria-label="News of the site"
          className="fixed right-4 bottom-4 left-4 z-30 flex flex-wrap items-baseline gap-x-4 border border-edge bg-sheet px-4 py-3 text-sm sm:left-auto print:hidden"
        >
          <p>{isNew}</p>
          <button
            type="button"
            className="target prose-link font-semibold"
            onClick={reach.update ?? (() => location.reload())}
          >
            Reload
          </button>
          <button type="button" className="target prose-link" onClick={putOff}>
            Later
          </button>
        </aside>
      )}
    </>
  )
}
