import type { LocalEngine } from './localEngine.ts'

const TITLES = 2
const KEYS = 20
/** Papers whose texts are folded at once: some milliseconds of work. */
const TEXTS = 250

/**
 * Types the beginnings of the newest titles and asks for the papers related to them: a machine runs code slowly until it
 * has run it some hundred times, and whoever comes first should not notice. Then has texts folded that would be when
 * they are first looked into.
 *
 * @param rest called before every step, so that others are answered in between
 */
export async function rehearse(engine: LocalEngine, rest: () => Promise<void> | void): Promise<void> {
  const { hits } = await engine.search({ q: '', page: 1, pageSize: TITLES })
  for (const { paper } of hits) {
    for (let end = 1; end <= Math.min(KEYS, paper.title.length); end++) {
      await rest()
      await engine.search({ q: paper.title.slice(0, end), page: 1, pageSize: 20 })
    }
    await rest()
    await engine.related(paper.id)
  }
  do await rest()
  while (engine.prepareTexts(TEXTS))
}
