import { warmUp } from '#core/engine/warmUp.ts'
import { type CorpusIndexFiles, indexCorpus, publishCorpus } from '#core/publish/publish.ts'
import { RULE } from '#core/query/parse.ts'
import { type LoadedEngine, openEngine } from '../../search/openEngine.ts'
import { paperOfDocument } from '../../shared/papers.ts'
import { readThemesFile, THEMES } from '../../shared/themes.ts'
import { type BenchEngine, type BenchIndex, jsonFile, parsedFile } from '../engine.ts'

const save = ({ lexicon, indexes }: CorpusIndexFiles): Uint8Array[] => [
  jsonFile(lexicon),
  ...indexes.map(index => new Uint8Array(index)),
]

/** Files arrive from a host in buffers of their own, as those of `save` are. */
const saved = (files: readonly Uint8Array[]): CorpusIndexFiles => ({
  lexicon: parsedFile(files),
  indexes: files.slice(1).map(({ buffer }) => buffer as ArrayBuffer),
})

/**
 * The engine of the site over title and abstract, with segments and themes, prepared as by the site's worker. Every answer
 * is complete: facet counts, problems, and hits with their marks. Queries of collections are longer than people may type
 * or share, so the higher limit of theme rules applies.
 */
export const ours: BenchEngine = {
  label: 'Broadsheet',
  async setUp(documents) {
    const corpus = publishCorpus(documents.map(paperOfDocument), await readThemesFile(THEMES))
    const indexOf = ({ corpus, engine }: LoadedEngine, index: CorpusIndexFiles): BenchIndex => ({
      async find(text, limit) {
        const { hits } = await engine.search({ q: text, page: 1, pageSize: limit })
        return hits.map(({ paper }) => paper.id)
      },
      warmUp: () => warmUp(corpus, engine, () => undefined),
      save: () => save(index),
    })
    const open = (index: CorpusIndexFiles) => indexOf(openEngine(corpus, index, RULE), index)
    return {
      build: () => open(indexCorpus(corpus.segments)),
      load: files => open(saved(files)),
    }
  },
}
