import type { ScoredPostings } from '../index/corpusIndex.ts'
import type { DocumentSet } from '../index/documentSet.ts'
import { type Comparison, selectFirst } from './order.ts'

/** Per-document score accumulator for one query. */
export class ScoreAccumulator {
  readonly scores: Float32Array
  /** Number of clauses that a document meets. */
  readonly #met: Uint16Array
  /** The documents that meet any clause, in the order of their first match. */
  readonly #matchedDocs: Int32Array
  #matchedCount = 0

  readonly #ranks: Int32Array

  /** @param ranks of all documents in an order that decides between equal scores */
  constructor(ranks: Int32Array) {
    const documents = ranks.length
    this.#ranks = ranks
    this.scores = new Float32Array(documents)
    this.#met = new Uint16Array(documents)
    this.#matchedDocs = new Int32Array(documents)
  }

  get matchedDocs(): Int32Array {
    return this.#matchedDocs.subarray(0, this.#matchedCount)
  }

  met(document: number): number {
    return this.#met[document] as number
  }

  /** Counts one more clause that documents meet. */
  addMatches(documents: Int32Array): void {
    for (let i = 0; i < documents.length; i++) {
      const document = documents[i] as number
      if (this.#met[document] === 0) this.#matchedDocs[this.#matchedCount++] = document
      ;(this.#met[document] as number) += 1
    }
  }

  /** The documents among some that meet from `least` to `most` clauses. */
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

  /** Adds scores, multiplied by `boost`, to the documents of a set, or to all that have them. */
  add({ documents, scores }: ScoredPostings, boost = 1, among?: DocumentSet): void {
    for (let i = 0; i < documents.length; i++) {
      const document = documents[i] as number
      if (!among || among.has(document)) (this.scores[document] as number) += boost * (scores[i] as number)
    }
  }

  multiply(document: number, factor: number): void {
    ;(this.scores[document] as number) *= factor
  }

  /** Negative where `a` has the higher score, or the same and comes first among all documents. */
  readonly compare: Comparison = (a, b) =>
    (this.scores[b] as number) - (this.scores[a] as number) ||
    (this.#ranks[a] as number) - (this.#ranks[b] as number)

  /** Moves the documents with the highest scores to the front, in whatever order, and gives them. */
  best(documents: Int32Array, count: number): Int32Array {
    if (count < documents.length) selectFirst(documents, count, this.compare)
    return documents.subarray(0, count)
  }
}
