import type { SearchEngine } from './engine.ts'

const TITLES = 2
const KEYS = 20

/**
 * Types the beginnings of the newest titles: a machine runs code slowly until it has run it some hundred times, and
 * whoever types first should not notice.
 *
 * @param rest called before every key, so that others are answered in between
 */
export async function rehearse(engine: SearchEngine, rest: () => Promise<void> | void): Promise<void> {
  const { hits } = await engine.search({ q: '', page: 1, pageSize: TITLES })
  for (const { paper } of hits) {
    for (let end = 1; end <= Math.min(KEYS, paper.title.length); end++) {
      await rest()
      await engine.search({ q: paper.title.slice(0, end), page: 1, pageSize: 20 })
    }
  }
}
