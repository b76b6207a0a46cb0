import { shortHash } from '#core/text.ts'
import { look } from './arxiv.ts'
import { addressOf, type Questions } from './question.ts'

/** The arXiv asks for small pages. */
const BATCH = 100

/** Asks the arXiv API for papers by their ids. An id that does not exist is not in the answer. */
export function* arxivIdQuestions(base: string, ids: readonly string[]): Questions {
  const sorted = [...new Set(ids)].sort()
  for (let start = 0; start < sorted.length; start += BATCH) {
    const batch = sorted.slice(start, start + BATCH)
    yield {
      address: addressOf(base, '/api/query', { id_list: batch.join(','), max_results: String(batch.length) }),
      file: `arxiv-ids-${shortHash(batch.join(' '))}-count-${batch.length}.xml`,
      look,
      // The arXiv may announce tomorrow what it does not know today.
      isFinal: (_, entries) => entries === batch.length,
      notice: () => undefined,
    }
  }
}
