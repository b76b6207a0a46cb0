import type { FilePart } from '../../cite/citation.ts'
import type { CitationFormat } from '../../cite/formats.ts'
import type { LoadedCorpus } from '../loadedCorpus.ts'

/** The papers to cite, in this order, and which part of the file this is: long files are made part by part. */
export interface CiteRequest {
  ids: readonly string[]
  format: CitationFormat
  part: FilePart
}

/** A part of a file of citations. Ids that are not known are left out. */
export async function citePapers(corpus: LoadedCorpus, { ids, format, part }: CiteRequest): Promise<string> {
  const { citationsPart } = await import('../../cite/citation.ts')
  const documents = ids.flatMap(id => corpus.documentOf(id) ?? [])
  return citationsPart(
    documents.map(document => corpus.paper(document)),
    format,
    part,
  )
}
