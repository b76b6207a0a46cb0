import type { Coverage } from '../../papers/coverage.ts'
import type { CorpusPaper } from '../../papers/manifest.ts'
import { firstOf, placeIn } from '../../search/order.ts'
import type { LoadedCorpus } from '../loadedCorpus.ts'
import { type ListRequest, pageOf, rankList } from '../rankedList.ts'

/** A paper by name only, for a link to it. */
export type PaperRef = Pick<CorpusPaper, 'id' | 'title'>

/** The position of a paper in a list, counted from 0, and the papers beside it. */
interface ListPosition {
  index: number
  total: number
  previous?: PaperRef
  next?: PaperRef
}

export type PaperAnswer =
  | {
      status: 'found'
      paper: CorpusPaper
      /** In the list it was opened from; absent where that list does not contain it. */
      place?: ListPosition
    }
  | {
      status: 'unknown'
      /** Papers whose titles resemble the id. */
      similar: PaperRef[]
      partial: Coverage | null
    }

/** The paper to find, and the list that it was opened from. */
export interface PaperRequest {
  /** An id or former id, however it is written in an address. */
  id: string
  within: ListRequest
}

const MAX_SIMILAR = 5

const refOf = ({ id, title }: CorpusPaper): PaperRef => ({ id, title })

function similarTo(corpus: LoadedCorpus, id: string): PaperRef[] {
  const words = id.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
  const list = rankList(corpus, { q: words.split(' ').join(' | '), sort: 'relevance' })
  const best = list.retrieved.ranked ? pageOf(list, 1, MAX_SIMILAR) : []
  return best.map(({ document }) => refOf(corpus.paper(document)))
}

function positionOf(corpus: LoadedCorpus, document: number, within: ListRequest): ListPosition | undefined {
  const { retrieved, total, compare } = rankList(corpus, within)
  const { first, second } = retrieved
  const inFirst = first.includes(document)
  if (!inFirst && !second.includes(document)) return undefined
  const { index, previous, next } = placeIn(inFirst ? first : second, document, compare)
  const ref = (at: number): PaperRef | undefined => (at < 0 ? undefined : refOf(corpus.paper(at)))
  // The last paper of the first tier is next to the first paper of the second.
  const before =
    ref(previous) ?? (inFirst ? undefined : ref(firstOf(first, first.length, compare).at(-1) ?? -1))
  const after = ref(next) ?? (inFirst ? ref(firstOf(second, 1, compare)[0] ?? -1) : undefined)
  return {
    index: inFirst ? index : first.length + index,
    total,
    ...(before && { previous: before }),
    ...(after && { next: after }),
  }
}

/** The paper of an id and its neighbours in a list, or papers that the id may mean. */
export function findPaper(corpus: LoadedCorpus, { id, within }: PaperRequest): PaperAnswer {
  const document = corpus.documentAt(id)
  if (document === undefined) {
    return { status: 'unknown', similar: similarTo(corpus, id), partial: corpus.coverage }
  }
  const place = positionOf(corpus, document, within)
  return { status: 'found', paper: corpus.paper(document), ...(place && { place }) }
}
