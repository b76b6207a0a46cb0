import { type InvertedIndex, ZONE_NAMES, ZONES } from './inverted.ts'

/** Saturation of term frequencies and strength of length normalisation, the usual values for BM25. */
const K1 = 1.2
const B = 0.75

/**
 * Adds to `scores` what one word of the query is worth in each document that contains one of its terms.
 *
 * BM25F (Robertson, Zaragoza & Taylor 2004): frequencies are normalised by length and weighted per zone, summed, then
 * saturated once. All terms of an expansion count as one word: their weighted frequencies are summed before
 * saturation, and the document frequency is that of the whole expansion.
 *
 * @param terms the terms the word stands for, with their weights
 * @param scores by document number
 * @returns the documents that contain any of the terms
 */
export function scoreWord(
  terms: ReadonlyMap<string, number>,
  index: InvertedIndex,
  scores: Float64Array,
): Set<number> {
  const frequencies = new Map<number, number>()
  for (const [term, weight] of terms) {
    const postings = index.postings(term)
    if (!postings) continue
    postings.documents.forEach((document, at) => {
      let sum = 0
      for (const zone of ZONE_NAMES) {
        const frequency = postings.frequencies[zone][at] ?? 0
        if (frequency === 0) continue
        const length = (index.lengths[zone][document] ?? 0) / (index.averageLength(zone) || 1)
        sum += (ZONES[zone].weight * frequency) / (1 - B + B * length)
      }
      frequencies.set(document, (frequencies.get(document) ?? 0) + weight * sum)
    })
  }
  const rarity = Math.log(1 + (index.documentCount - frequencies.size + 0.5) / (frequencies.size + 0.5))
  for (const [document, frequency] of frequencies) {
    scores[document] = (scores[document] ?? 0) + (rarity * frequency * (K1 + 1)) / (frequency + K1)
  }
  return new Set(frequencies.keys())
}
