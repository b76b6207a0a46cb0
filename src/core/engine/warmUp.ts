import type { SearchEngine } from './engine.ts'
import type { LoadedCorpus } from './loadedCorpus.ts'

const MAX_TITLES = 2
const MAX_KEYS = 20
/** Papers whose texts are folded in one step: some milliseconds of work. */
const TEXTS_PER_STEP = 250

/**
 * Warms up the JIT with typical queries, key by key, so that the first reader does not wait for it; then folds texts that
 * would be folded when they are first searched.
 *
 * @param rest called before each step, so that calls are answered in between
 */
export async function warmUp(
  corpus: LoadedCorpus,
  engine: SearchEngine,
  rest: () => Promise<void> | void,
): Promise<void> {
  const { hits } = await engine.search({ q: '', page: 1, pageSize: MAX_TITLES })
  for (const { paper } of hits) {
    for (let end = 1; end <= Math.min(MAX_KEYS, paper.title.length); end++) {
      await rest()
      await engine.search({ q: paper.title.slice(0, end), page: 1, pageSize: 20 })
    }
    await rest()
    await engine.related({ id: paper.id })
  }
  do await rest()
  while (corpus.foldTexts(TEXTS_PER_STEP))
}
