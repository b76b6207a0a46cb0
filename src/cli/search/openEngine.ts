import { LocalEngine } from '#core/engine/localEngine.ts'
import type { CorpusIndexFiles, PublishedCorpus } from '#core/publish/publish.ts'
import type { ParseOptions } from '#core/query/parse.ts'

/** The engine of the site over a whole corpus. */
export function openEngine(
  { segments, themes, newestDigest }: PublishedCorpus,
  { lexicon, indexes }: CorpusIndexFiles,
  limits: ParseOptions = {},
): LocalEngine {
  const outline = {
    themes: [...themes],
    segments,
    ...(newestDigest === undefined ? {} : { newestDigest }),
  }
  const engine = new LocalEngine(outline, () => performance.now(), { lexicon, limits })
  segments.forEach(({ papers }, at) => {
    engine.addSegment(papers, indexes[at])
  })
  engine.prepare()
  return engine
}
