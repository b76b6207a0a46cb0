import type { RelatedPaper } from '../../search/related.ts'
import type { LoadedCorpus } from '../loadedCorpus.ts'

const MAX_RELATED = 6

/** The papers most related to one, at most 6, the closest first. None where the id is not known. */
export function relatedPapers(corpus: LoadedCorpus, { id }: { id: string }): RelatedPaper[] {
  const document = corpus.documentAt(id)
  if (document === undefined) return []
  const others = corpus.related.to(document, corpus.ranks('newest'), MAX_RELATED)
  return others.map(({ document, ...common }) => {
    const { id, title, publishedAt, publishedYearInferred } = corpus.paper(document)
    return {
      ...{ id, title, ...common },
      ...(publishedAt !== undefined && { publishedAt }),
      ...(publishedYearInferred && { publishedYearInferred }),
    }
  })
}
