import { LocalEngine } from '#core/localEngine.ts'
import type { CorpusIndexFiles, PublishedCorpus } from '#core/publish.ts'
import type { ParseOptions } from '#core/query/parse.ts'

/** The engine of the site over a whole corpus. */
export function openEngine(
  { months, themes, newestDigest }: PublishedCorpus,
  { lexicon, segments }: CorpusIndexFiles,
  limits: ParseOptions = {},
): LocalEngine {
  const outline = {
    themes: [...themes],
    segments: months,
    ...(newestDigest === undefined ? {} : { newestDigest }),
  }
  const engine = new LocalEngine(outline, () => performance.now(), { lexicon, limits })
  months.forEach(({ papers }, month) => {
    engine.addSegment(papers, segments[month])
  })
  return engine
}
