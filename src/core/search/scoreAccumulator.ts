import type { ScoredPostings } from '../index/corpusIndex.ts'
import type { DocumentSet } from '../index/documentSet.ts'
import { type Comparison, selectFirst } from './order.ts'

/** What every document of a corpus has come to while a query is worked through. */
export class ScoreAccumulator {
  readonly scores: Float32Array
  /** How many of the conditions a document meets. */
  readonly #met: Uint16Array
  /** The documents that meet any, in the order in which they first did. */
  readonly #matchedDocs: Int32Array
  #touchedCount = 0

  readonly #places: Int32Array

  /** @param places of all documents in an order that decides between equal scores */
  constructor(places: Int32Array) {
    const documents = places.length
    this.#places = places
    this.scores = new Float32Array(documents)
    this.#met = new Uint16Array(documents)
    this.#matchedDocs = new Int32Array(documents)
  }

  get matchedDocs(): Int32Array {
    return this.#matchedDocs.subarray(0, this.#touchedCount)
  }

  met(document: number): number {
    return this.#met[document] as number
  }

  /** Takes note that documents meet one more condition. */
  addMatches(documents: Int32Array): void {
    for (let i = 0; i < documents.length; i++) {
      const document = documents[i] as number
      if (this.#met[document] === 0) this.#matchedDocs[this.#touchedCount++] = document
      ;(this.#met[document] as number) += 1
    }
  }

  /** The documents among some that meet at least and at most so many conditions. */
  meeting(documents: Int32Array, least: number, most: number): Int32Array {
    const found = new Int32Array(documents.length)
    let count = 0
    for (let i = 0; i < documents.length; i++) {
      const document = documents[i] as number
      const met = this.#met[document] as number
      if (met >= least && met <= most) found[count++] = document
    }
    return found.subarray(0, count)
  }

  /** Adds what something is worth, `share` times, to the documents of a set, or to all that have it. */
  add({ documents, scores }: ScoredPostings, share = 1, among?: DocumentSet): void {
    for (let i = 0; i < documents.length; i++) {
      const document = documents[i] as number
      if (!among || among.has(document)) (this.scores[document] as number) += share * (scores[i] as number)
    }
  }

  multiply(document: number, factor: number): void {
    ;(this.scores[document] as number) *= factor
  }

  /** Negative where `a` has the higher score, or the same and comes first among all documents. */
  readonly compare: Comparison = (a, b) =>
    (this.scores[b] as number) - (this.scores[a] as number) ||
    (this.#places[a] as number) - (this.#places[b] as number)

  /** Moves the documents with the highest scores to the front, in whatever order, and gives them. */
  best(documents: Int32Array, count: number): Int32Array {
    if (count < documents.length) selectFirst(documents, count, this.compare)
    return documents.subarray(0, count)
  }
}
