import { DocumentSet } from './documentSet.ts'
import type { Segment } from './segment.ts'
import { encodeStem } from './stemBytes.ts'
import { mapZones, type Zone } from './zones.ts'

/** Weight of each zone, and its length normalization (the b of BM25F, from 0 to 1). One setting for all corpora. */
const FIELD_WEIGHTS: Record<Zone, { weight: number; lengthNormalization: number }> = {
  title: { weight: 3, lengthNormalization: 0.5 },
  abstract: { weight: 1, lengthNormalization: 0.8 },
  names: { weight: 2, lengthNormalization: 0.3 },
}

/** Saturation of weighted term frequencies (the k1 of BM25F). */
const SATURATION = 2

/**
 * Rare words count somewhat more than the logarithm of their rarity says: nDCG@10 rises from .502 to .509 on ADI and
 * stays the same to two thousandths on Cranfield and CISI.
 */
const RARITY_POWER = 1.3

/** A stem to look for. `weight` multiplies its term frequencies; 1 for the word itself. */
export interface WeightedStem {
  stem: string
  weight: number
}

interface Part {
  segment: Segment
  /** Number of the segment's first document in the corpus. */
  first: number
}

/** The part of an index that queries are planned with: its stems, and the number of documents of each. */
export type TermDictionary = Pick<CorpusIndex, 'documentCount' | 'frequency' | 'withPrefix'>

/** Documents and what each scores for one word of a query. */
export interface ScoredPostings {
  /** Document numbers, in no order. */
  documents: Int32Array
  /** BM25F scores, without a unit; `scores[i]` belongs to `documents[i]`. */
  scores: Float32Array
}

/** The documents of a stem, ascending, and its frequencies: normalised by length, weighted and summed over zones. */
interface Postings {
  documents: Int32Array
  frequencies: Float32Array
}

const NONE: Postings = { documents: new Int32Array(), frequencies: new Float32Array() }

/** Postings that stay decoded, eight bytes each: while somebody types, the words before the caret stay the same. */
const MAX_DECODED = 2_000_000
/** A stem without postings takes as much memory as this number of postings. */
const STEM_COST = 16

/**
 * The index of a corpus, segment by segment. Document frequencies and average lengths are taken over all segments, so
 * scores do not depend on how the corpus is cut.
 */
export class CorpusIndex {
  readonly #parts: Part[] = []
  #documents = 0
  #accumulated = new Float32Array(0)
  /** By zone and document: weight / (1 − b + b · length ⁄ average). Absent until it is needed again. */
  #norms: Record<Zone, Float32Array> | undefined
  /** By stem; the one used last comes last. */
  readonly #decoded = new Map<string, Postings>()
  #decodedCost = 0

  get documentCount(): number {
    return this.#documents
  }

  /** Appends a segment. */
  add(segment: Segment): void {
    this.#parts.push({ segment, first: this.#documents })
    this.#documents += segment.documentCount
    this.#accumulated = new Float32Array(this.#documents)
    this.#norms = undefined
    this.#decoded.clear()
    this.#decodedCost = 0
  }

  #normsOf(zone: Zone): Float32Array {
    const { weight, lengthNormalization: b } = FIELD_WEIGHTS[zone]
    let total = 0
    for (const { segment } of this.#parts) for (const length of segment.lengths[zone]) total += length
    const average = total / Math.max(1, this.#documents) || 1
    const norms = new Float32Array(this.#documents)
    for (const { segment, first } of this.#parts) {
      segment.lengths[zone].forEach((length, document) => {
        norms[first + document] = weight / (1 - b + (b * length) / average)
      })
    }
    return norms
  }

  #postings(stem: string): Postings {
    let postings = this.#decoded.get(stem)
    if (postings) this.#decoded.delete(stem)
    else {
      postings = this.#decode(stem)
      this.#decodedCost += STEM_COST + postings.documents.length
    }
    this.#decoded.set(stem, postings)
    for (const [oldest, { documents }] of this.#decoded) {
      if (this.#decodedCost <= MAX_DECODED || oldest === stem) break
      this.#decoded.delete(oldest)
      this.#decodedCost -= STEM_COST + documents.length
    }
    return postings
  }

  #decode(stem: string): Postings {
    const sought = encodeStem(stem)
    const terms = this.#parts.map(({ segment }) => segment.find(sought))
    const total = terms.reduce((sum, term, i) => sum + (this.#parts[i]?.segment.frequencies[term] ?? 0), 0)
    if (total === 0) return NONE
    this.#norms ??= mapZones(zone => this.#normsOf(zone))
    const norms = this.#norms
    const documents = new Int32Array(total)
    const frequencies = new Float32Array(total)
    let at = 0
    this.#parts.forEach(({ segment, first }, i) => {
      const term = terms[i] as number
      if (term < 0) return
      segment.forEachPosting(term, (document, title, abstract, names) => {
        const number = first + document
        documents[at] = number
        frequencies[at++] =
          title * (norms.title[number] as number) +
          abstract * (norms.abstract[number] as number) +
          names * (norms.names[number] as number)
      })
    })
    return { documents, frequencies }
  }

  /** The number of documents that contain a stem. Decodes nothing. */
  frequency(stem: string): number {
    const sought = encodeStem(stem)
    return this.#parts.reduce((sum, { segment }) => sum + (segment.frequencies[segment.find(sought)] ?? 0), 0)
  }

  /** The documents that contain a stem. */
  documentsOf(stem: string): DocumentSet {
    return DocumentSet.of(this.#documents, this.#postings(stem).documents)
  }

  /** The stems that begin with a prefix. */
  withPrefix(prefix: string): Set<string> {
    const found = new Set<string>()
    for (const { segment } of this.#parts) {
      const [from, to] = segment.withPrefix(prefix)
      for (let term = from; term < to; term++) found.add(segment.stem(term))
    }
    return found
  }

  /**
   * Scores the documents that contain one of these stems, which together mean one word of a query.
   *
   * BM25F (Robertson, Zaragoza & Taylor, Simple BM25 extension to multiple weighted fields, 2004): frequencies are
   * normalised by length and weighted per zone, summed over zones and stems, and saturated once. The document frequency
   * is that of the word as a whole.
   */
  match(stems: readonly WeightedStem[]): ScoredPostings {
    const { documents, frequencies } = this.#together(stems)
    const odds = (this.#documents - documents.length + 0.5) / (documents.length + 0.5)
    const rarity = Math.log(1 + odds) ** RARITY_POWER
    const scores = new Float32Array(documents.length)
    for (let i = 0; i < documents.length; i++) {
      const frequency = frequencies[i] as number
      scores[i] = (rarity * frequency * (SATURATION + 1)) / (frequency + SATURATION)
    }
    return { documents, scores }
  }

  /** The postings of several stems as if they were one. */
  #together(stems: readonly WeightedStem[]): Postings {
    const [only, second] = stems
    if (only === undefined) return NONE
    if (second === undefined && only.weight === 1) return this.#postings(only.stem)
    const accumulated = this.#accumulated
    const all = stems.map(({ stem, weight }) => ({ weight, ...this.#postings(stem) }))
    const matched = new Int32Array(all.reduce((sum, { documents }) => sum + documents.length, 0))
    let count = 0
    for (const { weight, documents, frequencies } of all) {
      for (let i = 0; i < documents.length; i++) {
        const document = documents[i] as number
        if (accumulated[document] === 0) matched[count++] = document
        ;(accumulated[document] as number) += weight * (frequencies[i] as number)
      }
    }
    const documents = matched.slice(0, count)
    const frequencies = new Float32Array(count)
    for (let i = 0; i < count; i++) {
      const document = documents[i] as number
      frequencies[i] = accumulated[document] as number
      accumulated[document] = 0
    }
    return { documents, frequencies }
  }
}
