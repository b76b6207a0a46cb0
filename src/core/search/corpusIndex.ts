import type { Segment } from './segment.ts'
import { ZONE_NAMES, type Zone } from './zones.ts'

/**
 * How much a word counts by where it stands, and how strongly long texts are discounted there (the b of BM25F).
 * One setting for all corpora.
 */
const FIELD_WEIGHTS: Record<Zone, { weight: number; lengthNormalization: number }> = {
  title: { weight: 3, lengthNormalization: 0.5 },
  abstract: { weight: 1, lengthNormalization: 0.8 },
  names: { weight: 2, lengthNormalization: 0.3 },
}

/** Saturation of term frequencies (the k1 of BM25F). */
const SATURATION = 2

/**
 * Rare words count somewhat more than the logarithm of their rarity says: nDCG@10 rises from .502 to .509 on ADI and
 * stays the same to two thousandths on Cranfield and CISI.
 */
const RARITY_POWER = 1.3

/** A stem to look for and how much it counts beside the word it stands for. */
export interface WeightedStem {
  stem: string
  weight: number
}

/** Which documents contain a word, as their numbers, and what it is worth in each. */
export interface WordMatches {
  documents: Int32Array
  scores: Float32Array
}

interface Part {
  segment: Segment
  /** Number of the segment's first document in the corpus. */
  first: number
  /** 1 / (1 − b + b · length ⁄ average), by document, times the weight of the zone. */
  norms: Record<Zone, Float32Array>
}

/**
 * The index of a corpus, segment by segment. Document frequencies and average lengths are taken over all segments, so
 * what a document scores does not depend on how the corpus is cut.
 */
export class CorpusIndex {
  readonly #parts: Part[] = []
  #documents = 0
  #accumulated = new Float32Array(0)

  get documentCount(): number {
    return this.#documents
  }

  /** Adds a segment behind the documents there are. */
  add(segment: Segment): void {
    this.#parts.push({ segment, first: this.#documents, norms: {} as Part['norms'] })
    this.#documents += segment.documentCount
    this.#accumulated = new Float32Array(this.#documents)
    this.#normalize()
  }

  #normalize(): void {
    for (const zone of ZONE_NAMES) {
      const { weight, lengthNormalization: b } = FIELD_WEIGHTS[zone]
      let total = 0
      for (const { segment } of this.#parts) for (const length of segment.lengths[zone]) total += length
      const average = total / Math.max(1, this.#documents) || 1
      for (const part of this.#parts) {
        part.norms[zone] = Float32Array.from(
          part.segment.lengths[zone],
          length => weight / (1 - b + (b * length) / average),
        )
      }
    }
  }

  /** How many documents contain a stem. */
  frequency(stem: string): number {
    let frequency = 0
    for (const { segment } of this.#parts) {
      const term = segment.find(stem)
      if (term >= 0) frequency += segment.frequencies[term] as number
    }
    return frequency
  }

  /** The stems that begin with a prefix and the number of documents each is in. */
  withPrefix(prefix: string): Map<string, number> {
    const found = new Map<string, number>()
    for (const { segment } of this.#parts) {
      const [from, to] = segment.withPrefix(prefix)
      for (let term = from; term < to; term++) {
        const stem = segment.stem(term)
        found.set(stem, (found.get(stem) ?? 0) + (segment.frequencies[term] as number))
      }
    }
    return found
  }

  /**
   * The documents that contain one of these stems, which together stand for one word of a query, and what it is worth
   * there.
   *
   * BM25F (Robertson, Zaragoza & Taylor, Simple BM25 extension to multiple weighted fields, 2004): frequencies are
   * normalised by length and weighted per zone, summed over zones and stems, and saturated once. The document frequency
   * is that of the word as a whole.
   */
  match(stems: readonly WeightedStem[]): WordMatches {
    const accumulated = this.#accumulated
    const touched: number[] = []
    for (const { segment, first, norms } of this.#parts) {
      for (const { stem, weight } of stems) {
        const term = segment.find(stem)
        if (term < 0) continue
        segment.forEachPosting(term, (document, title, abstract, names) => {
          const number = first + document
          if (accumulated[number] === 0) touched.push(number)
          ;(accumulated[number] as number) +=
            weight *
            (title * (norms.title[document] as number) +
              abstract * (norms.abstract[document] as number) +
              names * (norms.names[document] as number))
        })
      }
    }
    const documents = Int32Array.from(touched)
    const odds = (this.#documents - documents.length + 0.5) / (documents.length + 0.5)
    const rarity = Math.log(1 + odds) ** RARITY_POWER
    const scores = new Float32Array(documents.length)
    for (let i = 0; i < documents.length; i++) {
      const number = documents[i] as number
      const frequency = accumulated[number] as number
      scores[i] = (rarity * frequency * (SATURATION + 1)) / (frequency + SATURATION)
      accumulated[number] = 0
    }
    return { documents, scores }
  }
}
