import { CITATION_FORMATS, type CitationFormat } from '#core/cite/formats.ts'
import type { SearchEngine } from '#core/engine/engine.ts'
import type { SearchRequest } from '#core/engine/methods/search.ts'

/** As many papers as a browser can be trusted to hold as a file. */
export const MOST_EXPORTED = 100_000

/** Papers that are written at once: some milliseconds of the worker's work, so that it answers others in between. */
const AT_ONCE = 250

/** Papers written, of so many. */
export interface Progress {
  written: number
  of: number
}

/**
 * The file of all papers found, in the order of the list, up to `MOST_EXPORTED`. Parts that are done are handed to the browser,
 * which may keep them on disk; nothing but the next part is held as text.
 *
 * @param told how far it is, after each part
 */
export async function exportPapers(
  engine: SearchEngine,
  request: Pick<SearchRequest, 'q' | 'sort'>,
  format: CitationFormat,
  { signal, told }: { signal: AbortSignal; told: (progress: Progress) => void },
): Promise<{ file: Blob; papers: number }> {
  const ids = (await engine.list(request, signal)).slice(0, MOST_EXPORTED)
  const parts: Blob[] = []
  let written = 0
  do {
    const now = ids.slice(written, written + AT_ONCE)
    const part = { first: written === 0, last: written + now.length === ids.length }
    parts.push(new Blob([await engine.cite({ ids: now, format, part }, signal)]))
    signal.throwIfAborted()
    written += now.length
    told({ written, of: ids.length })
  } while (written < ids.length)
  return { file: new Blob(parts, { type: CITATION_FORMATS[format].mediaType }), papers: ids.length }
}
