/** A set of documents of a corpus, by their numbers: one bit each. */
export class DocumentSet {
  readonly #bits: Uint32Array

  /** @param documents number of documents of the corpus; the set is empty */
  constructor(documents: number) {
    this.#bits = new Uint32Array((documents + 31) >>> 5)
  }

  /** The set of some documents of a corpus. */
  static of(documents: number, members: Int32Array): DocumentSet {
    const set = new DocumentSet(documents)
    for (let i = 0; i < members.length; i++) set.add(members[i] as number)
    return set
  }

  /** All documents of a corpus. */
  static all(documents: number): DocumentSet {
    const set = new DocumentSet(documents)
    set.#bits.fill(0xffffffff)
    if (documents % 32 > 0) set.#bits[set.#bits.length - 1] = 2 ** (documents % 32) - 1
    return set
  }

  get size(): number {
    let size = 0
    for (const bits of this.#bits) size += bitCount(bits)
    return size
  }

  has(document: number): boolean {
    return (((this.#bits[document >>> 5] as number) >>> (document & 31)) & 1) === 1
  }

  add(document: number): void {
    ;(this.#bits[document >>> 5] as number) |= 1 << (document & 31)
  }

  /** The documents of both. Sets that are combined belong to one corpus. */
  and(other: DocumentSet): DocumentSet {
    return this.#combined((at, bits) => bits & (other.#bits[at] as number))
  }

  or(other: DocumentSet): DocumentSet {
    return this.#combined((at, bits) => bits | (other.#bits[at] as number))
  }

  without(other: DocumentSet): DocumentSet {
    return this.#combined((at, bits) => bits & ~(other.#bits[at] as number))
  }

  #combined(combine: (at: number, bits: number) => number): DocumentSet {
    const result = new DocumentSet(this.#bits.length * 32)
    for (let at = 0; at < this.#bits.length; at++) result.#bits[at] = combine(at, this.#bits[at] as number)
    return result
  }

  /** The documents, ascending. */
  members(): Int32Array {
    const members = new Int32Array(this.size)
    let count = 0
    for (let at = 0; at < this.#bits.length; at++) {
      for (let bits = this.#bits[at] as number; bits !== 0; bits &= bits - 1) {
        members[count++] = at * 32 + 31 - Math.clz32(bits & -bits)
      }
    }
    return members
  }
}

/** Set bits of a 32-bit number (Warren, Hacker's Delight, 5–1). */
export function bitCount(value: number): number {
  let bits = value - ((value >>> 1) & 0x55555555)
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
