import { Charset, Document as FlexDocument } from 'flexsearch'
import type { BenchEngine, BenchIndex } from '../engine.ts'

const create = () =>
  new FlexDocument({
    tokenize: 'forward',
    encoder: Charset.LatinBalance,
    document: { id: 'id', index: ['title', 'abstract'] },
  })

type Search = ReturnType<typeof create>

/** The export is pairs of key and text: the key becomes the first line of a file. */
function save(search: Search): Uint8Array[] {
  const files: Uint8Array[] = []
  search.export((key, data) => {
    if (data !== undefined) files.push(Buffer.from(`${key}\n${data}`))
  })
  return files
}

function load(files: readonly Uint8Array[]): Search {
  const search = create()
  for (const file of files) {
    const text = Buffer.from(file).toString()
    const end = text.indexOf('\n')
    search.import(text.slice(0, end), text.slice(end + 1))
  }
  return search
}

const indexOf = (search: Search): BenchIndex => ({
  find: (text, limit) =>
    search.search(text, { suggest: true, merge: true, limit }).map(({ id }) => String(id)),
  save: () => save(search),
})

/** Forward tokens (prefixes), the balanced Latin encoder, suggestions (some words may be missing), fields merged. */
export const flexsearch: BenchEngine = {
  label: 'FlexSearch',
  setUp: documents => ({
    build() {
      const search = create()
      for (const { id, title, abstract } of documents) search.add({ id, title, abstract })
      return indexOf(search)
    },
    load: files => indexOf(load(files)),
  }),
}
