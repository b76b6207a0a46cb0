import Fuse, { type IFuseOptions } from 'fuse.js'
import type { CollectionDocument } from '../../shared/collections.ts'
import { type BenchEngine, type BenchIndex, jsonFile, parsedFile } from '../engine.ts'

function engine(label: string, more: IFuseOptions<CollectionDocument>): BenchEngine {
  const keys = [{ name: 'title', weight: 2 }, 'abstract']
  const options: IFuseOptions<CollectionDocument> = { keys, threshold: 0.3, ignoreLocation: true, ...more }
  const indexOf = (search: Fuse<CollectionDocument>): BenchIndex => ({
    find: (text, limit) => search.search(text, { limit }).map(({ item }) => item.id),
    save: () => [jsonFile(search.getIndex())],
  })
  return {
    label,
    setUp: documents => ({
      build: () => indexOf(new Fuse(documents, options)),
      load: files => indexOf(new Fuse(documents, options, Fuse.parseIndex(parsedFile(files)))),
    }),
  }
}

/** The whole query as one pattern, anywhere in the text, titles twice. */
export const fuse = engine('Fuse.js fuzzy', {})

/** Word by word with weights by rarity, any of the words, titles twice. */
export const fuseToken = engine('Fuse.js tokens', { useTokenSearch: true })
