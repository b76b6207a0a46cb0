import { analyze } from '#core/text/analyze.ts'
import { stemOf } from '#core/text/stem.ts'
import { isStopWord } from '#core/text/stopwords.ts'

function countStems(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { term } of analyze(text).words) {
    if (isStopWord(term)) continue
    const stem = stemOf(term)
    counts.set(stem, (counts.get(stem) ?? 0) + 1)
  }
  return counts
}

/**
 * Similarity of texts by the cosine of their tf·idf vectors: (1 + ln tf) · (1 + ln((1 + N) ⁄ (1 + df))), as in
 * scikit-learn's `TfidfVectorizer` with `sublinear_tf`, over the stems of words other than stop words. It is the strongest
 * of the usual variants here: plain tf, unsmoothed idf, or words instead of stems give less overlap of keywords.
 */
export class Cosine {
  /** Stem → the texts that have it, with its weight in each. */
  readonly #postings = new Map<string, [text: number, weight: number][]>()
  readonly #vectors: ReadonlyMap<string, number>[]

  constructor(texts: readonly string[]) {
    const counts = texts.map(countStems)
    const having = new Map<string, number>()
    for (const stem of counts.flatMap(counts => [...counts.keys()]))
      having.set(stem, (having.get(stem) ?? 0) + 1)
    const rarity = (stem: string) => 1 + Math.log((1 + texts.length) / (1 + (having.get(stem) ?? 0)))
    this.#vectors = counts.map(counts => {
      const weights = Array.from(
        counts,
        ([stem, count]) => [stem, (1 + Math.log(count)) * rarity(stem)] as const,
      )
      const length = Math.sqrt(weights.reduce((sum, [, weight]) => sum + weight ** 2, 0))
      return new Map(weights.map(([stem, weight]) => [stem, weight / length]))
    })
    for (const [text, vector] of this.#vectors.entries()) {
      for (const [stem, weight] of vector) {
        const postings = this.#postings.get(stem)
        if (postings) postings.push([text, weight])
        else this.#postings.set(stem, [[text, weight]])
      }
    }
  }

  /** Numbers of the texts nearest to one, the nearest first, without texts that share no word with it. */
  nearest(text: number, count: number): number[] {
    const cosines = new Map<number, number>()
    for (const [stem, weight] of this.#vectors[text] ?? [])
      for (const [other, there] of this.#postings.get(stem) ?? [])
        cosines.set(other, (cosines.get(other) ?? 0) + weight * there)
    cosines.delete(text)
    const byCosine = [...cosines].sort(([a, x], [b, y]) => y - x || a - b)
    return byCosine.slice(0, count).map(([other]) => other)
  }
}
