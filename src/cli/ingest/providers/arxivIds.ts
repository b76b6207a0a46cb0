import { idResultsOf } from '#core/sources/atom.ts'
import { shortHash } from '#core/text/text.ts'
import { addressOf, type Look, type Questions } from './apiRequest.ts'
import { look } from './arxiv.ts'

/** The arXiv asks for small pages. */
const BATCH = 100

/** After so many refusals in a row it is not the ids that are refused: one wrong id among a hundred makes seven. */
const MOST_REFUSALS = 30

/** Why a paper was not in the answers. */
export interface Fate {
  why: string
  /** Whether the arXiv says that it is no id of a paper. */
  isWrong: boolean
}

/** The id as the arXiv writes it: of those before 2007 it leaves out the subject class, `math.GT/0309136`. */
export const asAnswered = (arxivId: string): string => arxivId.replace(/\.[A-Z]{2}\//, '/')

function lookForIds(text: string): Look {
  const answer = look(text)
  const { ids, error } = idResultsOf(text)
  return answer.ok ? { ok: true, entries: ids.length } : { ...answer, refusal: error }
}

const absent = (id: string): Fate => ({ why: `the arXiv has no paper ${id}: correct the id`, isWrong: true })

const cut = (id: string): Fate => ({
  why: `${id} could not be completed, as the answer of the arXiv holds fewer papers than it announces: run the same command again`,
  isWrong: false,
})

const refusedFor = (id: string, error: string): Fate => ({
  why: `the arXiv refuses the id ${id}${error === '' ? '' : ` (“${error}”)`}: correct the id`,
  isWrong: error !== '',
})

/**
 * Asks the arXiv API for papers by their ids. What a cut answer lacks is asked for again; a batch that is refused is halved,
 * down to the id for which it is.
 *
 * @param fates is given why ids that were asked for are not in the answers; nothing for those that got no answer
 */
export function* arxivIdQuestions(
  base: string,
  ids: readonly string[],
  fates: Map<string, Fate> = new Map(),
): Questions {
  const sorted = [...new Set(ids)].sort()
  const queue: string[][] = []
  for (let start = 0; start < sorted.length; start += BATCH) queue.push(sorted.slice(start, start + BATCH))
  let refusals = 0
  for (let batch = queue.shift(); batch !== undefined; batch = queue.shift()) {
    const count = batch.length
    const isTaken = refusals < MOST_REFUSALS
    let refusal: string | undefined
    const text = yield {
      address: addressOf(base, '/api/query', { id_list: batch.join(','), max_results: String(count) }),
      file: `arxiv-ids-${shortHash(batch.join(' '))}-count-${count}.xml`,
      look: lookForIds,
      // The arXiv may announce tomorrow what it does not know today.
      isFinal: (_, entries) => entries === count,
      notice: () => undefined,
      onRefusal: error => {
        if (isTaken) refusal = error
        return isTaken
      },
    }
    if (text !== undefined) {
      refusals = 0
      const answer = idResultsOf(text)
      const found = new Set(answer.ids)
      const missing = batch.filter(id => !found.has(asAnswered(id)) && !found.has(id))
      for (const id of missing) fates.set(id, answer.isWhole ? absent(id) : cut(id))
      if (!answer.isWhole && missing.length > 0 && missing.length < count) queue.unshift(missing)
    } else if (refusal !== undefined) {
      refusals++
      const half = Math.ceil(count / 2)
      if (count === 1) fates.set(batch[0] as string, refusedFor(batch[0] as string, refusal))
      else queue.unshift(batch.slice(0, half), batch.slice(half))
    }
  }
}
