import { atom, resultsOf } from '#core/sources/atom.ts'
import { sniff } from '#core/sources/sniff.ts'
import { readXml } from '#core/sources/xml.ts'
import { shortHash, slug } from '#core/text/text.ts'
import { type ApiRequests, addressOf, type ResponseCheck } from './apiRequest.ts'

/** The arXiv allows 2,000, but asks for small pages. */
const PAGE_SIZE = 100
/** The arXiv returns no more for one query. */
export const MAX_RESULTS = 30_000

export function checkFeed(text: string): ResponseCheck {
  const foreign = sniff(text)
  if (foreign !== undefined) return { ok: false, message: foreign }
  // A cut feed is fetched again, though a file of it would be read as far as it goes.
  const xml = readXml(text)
  if (!xml.ok) return { ok: false, message: `${xml.message}, in line ${xml.line}` }
  const { records, problems } = atom.read(text, { name: '' })
  const loss = problems.find(({ dropped }) => dropped)
  if (records.length === 0 && loss)
    return { ok: false, message: [loss.message, loss.where].filter(Boolean).join(', in ') }
  const { entries, start, total } = resultsOf(text)
  // The arXiv sometimes sends such a page, and the entries when asked again.
  if (entries === 0 && start < total)
    return { ok: false, message: `it announces ${total} papers and holds none` }
  return { ok: true, entries }
}

/** Differs for queries with the same slug: `cat:cs.CL` and `cat cs CL`. */
const nameOf = (query: string): string => `${slug(query).slice(0, 40)}-${shortHash(query)}`

/**
 * Requests for the papers that a query of the arXiv API finds, the newest first, page by page. Results shift from day to
 * day, so a page belongs to the day on which it was requested, and is final on that day only.
 *
 * @param today `yyyy-mm-dd`
 */
export function* arxivRequests(base: string, query: string, max: number, today: string): ApiRequests {
  for (let start = 0; start < max; ) {
    const count = Math.min(PAGE_SIZE, max - start)
    const text = yield {
      address: addressOf(base, '/api/query', {
        search_query: query,
        start: String(start),
        max_results: String(count),
        sortBy: 'submittedDate',
        sortOrder: 'descending',
      }),
      file: `arxiv-${nameOf(query)}-start-${start}-count-${count}-${today}.xml`,
      check: checkFeed,
      isFinal: () => true,
      notice: entries => (entries === 0 ? `the arXiv finds no papers for ${query}` : undefined),
    }
    // Without this page, its successor is unknown.
    if (text === undefined) return
    const { entries, total } = resultsOf(text)
    start += entries
    if (entries === 0 || start >= total) return
  }
}
