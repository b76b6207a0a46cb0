import { engineOf, type MethodTable, type SearchEngine } from './engine.ts'
import type { LoadedCorpus } from './loadedCorpus.ts'
import { METHODS } from './methods/index.ts'

const methods: MethodTable = METHODS

/** The engine over a corpus in memory, which may still be growing: each call is answered from what is there by then. */
export const localEngine = (corpus: LoadedCorpus): SearchEngine =>
  engineOf(async (method, args, signal) => {
    signal?.throwIfAborted()
    return methods[method](corpus, args)
  })
