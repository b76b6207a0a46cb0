import { idResultsOf } from '#core/sources/atom.ts'
import { shortHash } from '#core/text/text.ts'
import { type ApiRequests, addressOf, type ResponseCheck } from './apiRequest.ts'
import { checkFeed } from './arxiv.ts'

/** The arXiv asks for small pages. */
const BATCH_SIZE = 100

/** After this number of rejections in a row the ids are not the reason: one wrong id among a hundred makes seven. */
const MAX_REJECTIONS = 30

/** Why a paper was not in the responses. */
export interface MissingPaper {
  message: string
  /** Whether the arXiv says that no paper has this id. */
  isWrongId: boolean
}

/** The id as the arXiv writes it: for papers before 2007 without the subject class of `math.GT/0309136`. */
export const withoutSubjectClass = (arxivId: string): string => arxivId.replace(/\.[A-Z]{2}\//, '/')

function checkIds(text: string): ResponseCheck {
  const check = checkFeed(text)
  const { ids, error } = idResultsOf(text)
  return check.ok ? { ok: true, entries: ids.length } : { ...check, rejection: error }
}

const absent = (id: string): MissingPaper => ({
  message: `the arXiv has no paper ${id}: correct the id`,
  isWrongId: true,
})

const cut = (id: string): MissingPaper => ({
  message: `${id} could not be completed, as the answer of the arXiv holds fewer papers than it announces: run the same command again`,
  isWrongId: false,
})

const rejected = (id: string, reason: string): MissingPaper => ({
  message: `the arXiv refuses the id ${id}${reason === '' ? '' : ` (“${reason}”)`}: correct the id`,
  isWrongId: reason !== '',
})

/**
 * Requests to the arXiv API for papers by their ids. Papers lacking in a cut response are requested again; a rejected
 * batch is halved, down to the id that causes it.
 *
 * @param missing filled with the reason for each id without a paper in the responses, except ids without a response
 */
export function* arxivIdRequests(
  base: string,
  ids: readonly string[],
  missing: Map<string, MissingPaper> = new Map(),
): ApiRequests {
  const sorted = [...new Set(ids)].sort()
  const queue: string[][] = []
  for (let start = 0; start < sorted.length; start += BATCH_SIZE)
    queue.push(sorted.slice(start, start + BATCH_SIZE))
  let rejections = 0
  for (let batch = queue.shift(); batch !== undefined; batch = queue.shift()) {
    const count = batch.length
    const handlesRejection = rejections < MAX_REJECTIONS
    let rejection: string | undefined
    const text = yield {
      address: addressOf(base, '/api/query', { id_list: batch.join(','), max_results: String(count) }),
      file: `arxiv-ids-${shortHash(batch.join(' '))}-count-${count}.xml`,
      check: checkIds,
      // The arXiv may announce tomorrow a paper that it does not know today.
      isFinal: (_, entries) => entries === count,
      notice: () => undefined,
      onRejection: reason => {
        if (handlesRejection) rejection = reason
        return handlesRejection
      },
    }
    if (text !== undefined) {
      rejections = 0
      const response = idResultsOf(text)
      const found = new Set(response.ids)
      const lacking = batch.filter(id => !found.has(withoutSubjectClass(id)) && !found.has(id))
      for (const id of lacking) missing.set(id, response.isWhole ? absent(id) : cut(id))
      if (!response.isWhole && lacking.length > 0 && lacking.length < count) queue.unshift(lacking)
    } else if (rejection !== undefined) {
      rejections++
      const half = Math.ceil(count / 2)
      if (count === 1) missing.set(batch[0] as string, rejected(batch[0] as string, rejection))
      else queue.unshift(batch.slice(0, half), batch.slice(half))
    }
  }
}
