import type { LoadedCorpus } from '../loadedCorpus.ts'
import { type ListRequest, pageOf, rankList } from '../rankedList.ts'

/** The ids of all papers that a query finds, in order. */
export function listIds(corpus: LoadedCorpus, request: ListRequest): string[] {
  const found = rankList(corpus, request)
  return pageOf(found, 1, found.total).map(({ document }) => corpus.paper(document).id)
}
