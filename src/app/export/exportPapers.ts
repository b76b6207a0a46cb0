import { CITATION_FORMATS, type CitationFormat } from '#core/cite/formats.ts'
import type { SearchEngine } from '#core/engine/engine.ts'
import type { SearchRequest } from '#core/engine/methods/search.ts'

/** Maximum number of papers in a file that a browser can hold. */
export const MAX_EXPORTED = 100_000

/** Papers per part: a few milliseconds of the worker's time, so that it answers other requests in between. */
const PAPERS_PER_PART = 250

/** Papers written, of the total. */
export interface Progress {
  written: number
  of: number
}

/**
 * The file of all papers found, in the order of the list, up to `MAX_EXPORTED`. Finished parts go to the browser,
 * which may keep them on disk; only the next part is in memory as text.
 *
 * @param onProgress called after each part
 */
export async function exportPapers(
  engine: SearchEngine,
  request: Pick<SearchRequest, 'q' | 'sort'>,
  format: CitationFormat,
  { signal, onProgress }: { signal: AbortSignal; onProgress: (progress: Progress) => void },
): Promise<{ file: Blob; papers: number }> {
  const ids = (await engine.list(request, signal)).slice(0, MAX_EXPORTED)
  const parts: Blob[] = []
  let written = 0
  do {
    const now = ids.slice(written, written + PAPERS_PER_PART)
    const part = { first: written === 0, last: written + now.length === ids.length }
    parts.push(new Blob([await engine.cite({ ids: now, format, part }, signal)]))
    signal.throwIfAborted()
    written += now.length
    onProgress({ written, of: ids.length })
  } while (written < ids.length)
  return { file: new Blob(parts, { type: CITATION_FORMATS[format].mediaType }), papers: ids.length }
}
