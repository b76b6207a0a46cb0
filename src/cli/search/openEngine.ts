import type { SearchEngine } from '#core/engine/engine.ts'
import { type CorpusOptions, LoadedCorpus } from '#core/engine/loadedCorpus.ts'
import { localEngine } from '#core/engine/localEngine.ts'
import type { CorpusIndexFiles, PublishedCorpus } from '#core/publish/publish.ts'

/** A corpus in memory as the site's worker holds it, and the engine over it. */
export interface LoadedEngine {
  corpus: LoadedCorpus
  engine: SearchEngine
}

/** Loads a whole corpus. */
export function openEngine(
  { segments, themes, newestDigest }: PublishedCorpus,
  { lexicon, indexes }: CorpusIndexFiles,
  limits?: CorpusOptions['limits'],
): LoadedEngine {
  const outline = {
    themes: [...themes],
    segments,
    ...(newestDigest === undefined ? {} : { newestDigest }),
  }
  const corpus = new LoadedCorpus(outline, {
    now: () => performance.now(),
    lexicon,
    ...(limits && { limits }),
  })
  segments.forEach(({ papers }, at) => {
    corpus.addSegment(papers, indexes[at])
  })
  corpus.buildTables()
  return { corpus, engine: localEngine(corpus) }
}
