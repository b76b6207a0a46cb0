import lunrLibrary from 'lunr'
import { type BenchEngine, type BenchIndex, jsonFile, parsedFile } from '../engine.ts'

const WEIGHT = { exact: 100, prefix: 10, fuzzy: 1 }

const indexOf = (search: lunrLibrary.Index): BenchIndex => ({
  find(text, limit) {
    const words = lunrLibrary.tokenizer(text).map(String)
    const hits = search.query(query => {
      words.forEach((word, index) => {
        query.term(word, { boost: WEIGHT.exact })
        query.term(word, { boost: WEIGHT.fuzzy, editDistance: 1 })
        if (index < words.length - 1) return
        const { TRAILING } = lunrLibrary.Query.wildcard
        query.term(word, { boost: WEIGHT.prefix, usePipeline: false, wildcard: TRAILING })
      })
    })
    return hits.slice(0, limit).map(({ ref }) => ref)
  },
  save: () => [jsonFile(search)],
})

/**
 * Stems and stop words as delivered, titles twice, any of the words: exact before prefix (the last word only) before
 * one edit, by the weights of its guide to fuzzy search. With edits weighted like exact words it is far worse.
 */
export const lunr: BenchEngine = {
  label: 'Lunr',
  setUp: documents => ({
    build: () =>
      indexOf(
        lunrLibrary(builder => {
          builder.ref('id')
          builder.field('title', { boost: 2 })
          builder.field('abstract')
          for (const document of documents) builder.add(document)
        }),
      ),
    load: files => indexOf(lunrLibrary.Index.load(parsedFile(files))),
  }),
}
