import { useEffect, useRef } from 'react'
import { CITATION_FORMAT_NAMES, CITATION_FORMATS } from '#core/cite/formats.ts'
import type { SearchRequest, SearchResponse } from '#core/engine/methods/search.ts'
import { formatNumber, formatPaperCount } from '#core/text/numbers.ts'
import { formatPeriod } from '#core/text/periods.ts'
import { Searching } from '../results/Searching.tsx'
import { useCorpusState } from '../state/corpus.ts'
import { announce } from '../ui/Announcer.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { MAX_EXPORTED } from './exportPapers.ts'
import * as texts from './texts.ts'
import { type Export, useExport } from './useExport.ts'

interface Props {
  request: Pick<SearchRequest, 'q' | 'sort'>
  found: Pick<SearchResponse, 'total' | 'inFirstTier'>
  onClose: () => void
}

/** Saves all papers of a list as a file. */
export function ExportDialog({ request, found: { total, inFirstTier }, onClose }: Props) {
  const { state, begin, cancel } = useExport(request, total)
  const { missing = [], newest } = useCorpusState() ?? {}
  const isBusy = state.status === 'waiting' || state.status === 'writing'
  const formats = useRef<HTMLUListElement>(null)
  const inSecond = total - inFirstTier
  return (
    <Dialog title={texts.exportPapers(formatPaperCount(total))} onClose={onClose}>
      <p className="mt-1 text-soft">
        {texts.scope}
        {inFirstTier > 0 && inSecond > 0 && texts.partlyMatching(formatNumber(inSecond))}.
      </p>
      <ul ref={formats} aria-label={texts.formats} className="mt-4 flex flex-wrap gap-2">
        {CITATION_FORMAT_NAMES.map(name => (
          <li key={name}>
            <button
              type="button"
              aria-disabled={isBusy}
              className="target border border-edge px-3 py-1 hover:bg-sheet aria-disabled:text-soft forced-colors:aria-disabled:text-[GrayText]"
              onClick={() => {
                if (!isBusy) begin(name)
              }}
            >
              {CITATION_FORMATS[name].label}
            </button>
          </li>
        ))}
      </ul>
      <div className="mt-4 space-y-2 text-sm text-soft">
        {total > MAX_EXPORTED && <p className="text-warn">{texts.limited(formatNumber(MAX_EXPORTED))}</p>}
        {missing.length > 0 && (
          <p className="text-warn">{texts.missing(missing.map(formatPeriod).join(', '))}</p>
        )}
        {newest !== undefined && <p className="text-warn">{texts.newestOnly(newest)}</p>}
        <State state={state} />
        {isBusy && (
          <button
            type="button"
            className="target prose-link"
            onClick={() => {
              cancel()
              formats.current?.querySelector('button')?.focus()
            }}
          >
            {texts.cancel}
          </button>
        )}
      </div>
    </Dialog>
  )
}

function State({ state }: { state: Export }) {
  const outcome =
    state.status === 'saved'
      ? texts.saved(formatPaperCount(state.papers), state.name)
      : state.status === 'failed'
        ? texts.failed(state.reason)
        : undefined
  useEffect(() => {
    if (outcome !== undefined) announce(outcome)
  }, [outcome])
  switch (state.status) {
    case 'idle':
      return null
    case 'waiting':
      return (
        <p>
          {texts.waiting} <Searching />
        </p>
      )
    case 'writing':
      return (
        <p>
          <progress aria-label={texts.writing} value={state.progress?.written} max={state.progress?.of} />{' '}
          {state.progress &&
            texts.progress(formatNumber(state.progress.written), formatPaperCount(state.progress.of))}
        </p>
      )
    case 'saved':
      return <p className="wrap-anywhere text-ink">{outcome}.</p>
    case 'failed':
      return <p className="text-warn">{outcome}.</p>
    default:
      return state satisfies never
  }
}
