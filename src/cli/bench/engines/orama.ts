import { create, insertMultiple, load, type RawData, save, search } from '@orama/orama'
import { type BenchEngine, type BenchIndex, jsonFile, parsedFile } from '../engine.ts'

const createDatabase = () => create({ schema: { title: 'string', abstract: 'string' } })

const indexOf = (database: ReturnType<typeof createDatabase>): BenchIndex => ({
  async find(term, limit) {
    const { hits } = await search(database, { term, limit, tolerance: 1, boost: { title: 2 } })
    return hits.map(({ id }) => id)
  },
  save: () => [jsonFile(save(database))],
})

/** One edit of tolerance, titles twice. Its saved form holds the documents too. Its stemmer helps on ADI only. */
export const orama: BenchEngine = {
  label: 'Orama',
  setUp: documents => ({
    async build() {
      const database = createDatabase()
      await insertMultiple(
        database,
        documents.map(({ id, title, abstract }) => ({ id, title, abstract })),
      )
      return indexOf(database)
    },
    load(files) {
      const database = createDatabase()
      load(database, parsedFile<RawData>(files))
      return indexOf(database)
    },
  }),
}
