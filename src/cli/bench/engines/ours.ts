import { warmUp } from '#core/engine/warmUp.ts'
import { type CorpusIndexFiles, indexCorpus, publishCorpus } from '#core/publish/publish.ts'
import { RULE } from '#core/query/parse.ts'
import { type LoadedEngine, openEngine } from '../../search/openEngine.ts'
import { paperOfDocument } from '../../shared/papers.ts'
import { readThemes, THEMES } from '../../shared/themes.ts'
import { type Engine, type Index, jsonFile, parsedFile } from '../engine.ts'

const save = ({ lexicon, indexes }: CorpusIndexFiles): Uint8Array[] => [
  jsonFile(lexicon),
  ...indexes.map(index => new Uint8Array(index)),
]

/** Files come in buffers of their own from a host; from `save` they already are such. */
const saved = (files: readonly Uint8Array[]): CorpusIndexFiles => ({
  lexicon: parsedFile(files),
  indexes: files.slice(1).map(({ buffer }) => buffer as ArrayBuffer),
})

/**
 * The engine of the site over title and abstract, papers in their segments, themes worked out, made ready as the site's
 * worker does it. Every answer is the whole one that a page gets: facet counts, problems, and each hit with its marks.
 * The queries of collections are longer than what people may type or share; like the rules of themes they are read to a
 * higher limit.
 */
export const ours: Engine = {
  label: 'Broadsheet',
  async setUp(documents) {
    const corpus = publishCorpus(documents.map(paperOfDocument), await readThemes(THEMES))
    const indexOf = ({ corpus, engine }: LoadedEngine, index: CorpusIndexFiles): Index => ({
      async find(text, limit) {
        const { hits } = await engine.search({ q: text, page: 1, pageSize: limit })
        return hits.map(({ paper }) => paper.id)
      },
      rehearse: () => warmUp(corpus, engine, () => undefined),
      save: () => save(index),
    })
    const open = (index: CorpusIndexFiles) => indexOf(openEngine(corpus, index, RULE), index)
    return {
      build: () => open(indexCorpus(corpus.segments)),
      load: files => open(saved(files)),
    }
  },
}
