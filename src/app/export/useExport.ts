import { useState } from 'react'
import { exportFileName } from '#core/cite/fileName.ts'
import type { CitationFormat } from '#core/cite/formats.ts'
import { settledSegments } from '#core/engine/corpusState.ts'
import type { SearchRequest } from '#core/engine/methods/search.ts'
import { errorMessage } from '#core/text/errorMessage.ts'
import { today } from '../io/clock.ts'
import { saveFile } from '../io/download.ts'
import { useCorpusState, useSearchEngine } from '../state/corpus.ts'
import { useAbortable } from '../state/useAbortable.ts'
import { exportPapers, MAX_EXPORTED, type Progress } from './exportPapers.ts'

export type Export =
  | { status: 'idle' }
  /** For the papers that are still loading. */
  | { status: 'waiting' }
  | { status: 'writing'; progress: Progress | undefined }
  | { status: 'saved'; name: string; papers: number }
  | { status: 'failed'; reason: string }

interface Exporting {
  state: Export
  begin: (format: CitationFormat) => void
  cancel: () => void
}

/** Writes the papers of a list into a file, once the whole corpus is loaded, and saves it. */
export function useExport(request: Pick<SearchRequest, 'q' | 'sort'>, total: number): Exporting {
  const engine = useSearchEngine()
  const corpus = useCorpusState()
  const [format, setFormat] = useState<CitationFormat>()
  const [state, setState] = useState<Export>({ status: 'idle' })
  const isThere = corpus !== undefined && settledSegments(corpus) === corpus.segments
  const begun = isThere ? format : undefined
  const write = async (signal: AbortSignal) => {
    if (!engine || begun === undefined) return
    const show = (next: Export) => {
      if (!signal.aborted) setState(next)
    }
    try {
      const onProgress = (progress: Progress) => show({ status: 'writing', progress })
      const { file, papers } = await exportPapers(engine, request, begun, { signal, onProgress })
      const isComplete = corpus?.missing.length === 0 && corpus.newest === undefined && total <= MAX_EXPORTED
      const name = exportFileName({ q: request.q, day: today(), isWhole: isComplete }, begun)
      saveFile(name, file)
      show({ status: 'saved', name, papers })
    } catch (error) {
      show({ status: 'failed', reason: errorMessage(error) })
    }
    if (!signal.aborted) setFormat(undefined)
  }
  useAbortable(signal => void write(signal), begun)
  return {
    state: format !== undefined && !isThere ? { status: 'waiting' } : state,
    begin: chosen => {
      setState({ status: 'writing', progress: undefined })
      setFormat(chosen)
    },
    cancel: () => {
      setFormat(undefined)
      setState({ status: 'idle' })
    },
  }
}
