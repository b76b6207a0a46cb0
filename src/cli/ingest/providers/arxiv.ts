import { atom, resultsOf } from '#core/sources/atom.ts'
import { sniff } from '#core/sources/sniff.ts'
import { readXml } from '#core/sources/xml.ts'
import { shortHash, slug } from '#core/text/text.ts'
import { addressOf, type Look, type Questions } from './apiRequest.ts'

/** The arXiv would give 2,000, but asks for small pages. */
const PAGE = 100
/** The arXiv gives no more for one query. */
export const MOST_RESULTS = 30_000

export function look(text: string): Look {
  const foreign = sniff(text)
  if (foreign !== undefined) return { ok: false, why: foreign }
  // A feed that is cut is asked for again, though a file of it would be read as far as it goes.
  const xml = readXml(text)
  if (!xml.ok) return { ok: false, why: `${xml.why}, in line ${xml.line}` }
  const { records, problems } = atom.read(text, { name: '' })
  const lost = problems.find(problem => problem.lost)
  if (records.length === 0 && lost)
    return { ok: false, why: [lost.why, lost.where].filter(Boolean).join(', in ') }
  const { entries, start, total } = resultsOf(text)
  // It does so now and then, and gives them when asked again.
  if (entries === 0 && start < total) return { ok: false, why: `it announces ${total} papers and holds none` }
  return { ok: true, entries }
}

/** Tells queries apart that read alike: `cat:cs.CL` and `cat cs CL`. */
const nameOf = (query: string): string => `${slug(query).slice(0, 40)}-${shortHash(query)}`

/**
 * Asks for the papers that a query of the arXiv API finds, the newest first, page by page. What it finds shifts from day
 * to day, so pages are of the day on which they were asked for, and final on that day only.
 *
 * @param today `yyyy-mm-dd`
 */
export function* arxivQuestions(base: string, query: string, max: number, today: string): Questions {
  for (let start = 0; start < max; ) {
    const count = Math.min(PAGE, max - start)
    const text = yield {
      address: addressOf(base, '/api/query', {
        search_query: query,
        start: String(start),
        max_results: String(count),
        sortBy: 'submittedDate',
        sortOrder: 'descending',
      }),
      file: `arxiv-${nameOf(query)}-start-${start}-count-${count}-${today}.xml`,
      look,
      isFinal: () => true,
      notice: entries => (entries === 0 ? `the arXiv finds no papers for ${query}` : undefined),
    }
    // Where a page could not be had, nobody knows what comes after it.
    if (text === undefined) return
    const { entries, total } = resultsOf(text)
    start += entries
    if (entries === 0 || start >= total) return
  }
}
