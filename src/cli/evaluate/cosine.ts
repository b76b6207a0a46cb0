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
 * Texts that resemble each other by the cosine of their tf·idf vectors: (1 + ln tf) · (1 + ln((1 + N) ⁄ (1 + df))), as
 * scikit-learn's `TfidfVectorizer` has it with `sublinear_tf`, over the stems of words that are not stop words. Of the
 * usual variants it is the strongest here: with plain tf, idf without smoothing, or words in place of stems, the overlap
 * of keywords is less.
 */
export class Cosine {
  /** By stem: the texts that have it, and its weight in each. */
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

  /** The texts nearest to one, by their numbers, the nearest first. Those without a word of it are not among them. */
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
