import type { Reason } from '../../search/reasons.ts'
import type { LoadedCorpus } from '../loadedCorpus.ts'

/** Why each of some papers answers a query, in the order of the ids. A paper that is not known has no reasons. */
export async function explainPapers(
  corpus: LoadedCorpus,
  { ids, q }: { ids: readonly string[]; q: string },
): Promise<Reason[][]> {
  // Few visits need the reasons, so their code is loaded on demand.
  const { explain, interpretationOf } = await import('../../search/explain.ts')
  const { query } = corpus.parse(q)
  const interpretation = interpretationOf(query, corpus.retrieve(query).terms)
  const { newestDigest } = corpus.outline
  const context = {
    ruleOf: (id: string) => corpus.ruleOf(id),
    ...(newestDigest === undefined ? {} : { newestDigest }),
  }
  return ids.map(id => {
    const document = corpus.documentOf(id)
    return document === undefined ? [] : explain(corpus.paper(document), interpretation, context)
  })
}
