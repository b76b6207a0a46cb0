import UFuzzy from '@leeoniya/ufuzzy'
import type { BenchEngine } from '../engine.ts'

/** Up to this many words are tried in every order: with fewer than the query has, matches are not ranked. */
const OUT_OF_ORDER = 5
/** Up to this many matches are ranked. Both figures come from its documentation. */
const RANKED = 1_000

/** One typing error per word, accents folded. It scans all texts at every key and has no index. */
export const ufuzzy: BenchEngine = {
  label: 'uFuzzy',
  setUp: documents => ({
    build() {
      const search = new UFuzzy({ intraMode: 1 })
      const texts = UFuzzy.latinize(documents.map(({ title, abstract }) => `${title} ${abstract}`))
      return {
        find(text, limit) {
          const [matches, info, order] = search.search(texts, UFuzzy.latinize(text), OUT_OF_ORDER, RANKED)
          const ranked = order ? order.map(at => info.idx[at] as number) : (matches ?? [])
          return ranked.slice(0, limit).map(at => documents[at]?.id as string)
        },
      }
    },
  }),
}
