/** Most bits of one number. Four bytes are read at once, of which up to seven bits belong to the number before. */
export const MAX_WIDTH = 25

/** Writes numbers bit by bit, the highest bit of each byte first. */
export class BitWriter {
  #bytes = new Uint8Array(1024)
  #bits = 0

  /** The place of the next bit. */
  get length(): number {
    return this.#bits
  }

  bit(value: number): void {
    const at = this.#bits >> 3
    if (at === this.#bytes.length) {
      const grown = new Uint8Array(this.#bytes.length * 2)
      grown.set(this.#bytes)
      this.#bytes = grown
    }
    if (value) (this.#bytes[at] as number) |= 0x80 >> (this.#bits & 7)
    this.#bits++
  }

  /** The lowest `width` bits of a number, at most `MAX_WIDTH`. */
  bits(value: number, width: number): void {
    for (let i = width - 1; i >= 0; i--) this.bit((value >>> i) & 1)
  }

  /** As many ones as the number says, then a zero. */
  unary(value: number): void {
    for (let i = 0; i < value; i++) this.bit(1)
    this.bit(0)
  }

  /**
   * A Rice code (Rice & Plaunt 1971): the number divided by 2^`parameter` in unary, the remainder in bits. Shortest
   * where numbers are spread geometrically about 2^`parameter`.
   */
  rice(value: number, parameter: number): void {
    this.unary(value >>> parameter)
    this.bits(value, parameter)
  }

  bytes(): Uint8Array {
    return this.#bytes.slice(0, (this.#bits + 7) >> 3)
  }
}

/** Reads what a `BitWriter` wrote. Past the end it reads zeros. */
export class BitReader {
  readonly #bytes: Uint8Array
  at = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  /** The next bits at the top of 32: `MAX_WIDTH` of them are sure to be there. */
  #peek(): number {
    const bytes = this.#bytes
    const at = this.at >> 3
    const last = bytes.length - 1
    const word =
      at + 3 <= last
        ? ((bytes[at] as number) << 24) |
          ((bytes[at + 1] as number) << 16) |
          ((bytes[at + 2] as number) << 8) |
          (bytes[at + 3] as number)
        : ((bytes[at] ?? 0) << 24) | ((bytes[at + 1] ?? 0) << 16) | ((bytes[at + 2] ?? 0) << 8)
    return word << (this.at & 7)
  }

  /** A number of up to `MAX_WIDTH` bits. */
  bits(width: number): number {
    if (width === 0) return 0
    const value = this.#peek() >>> (32 - width)
    this.at += width
    return value
  }

  unary(): number {
    let value = 0
    for (;;) {
      const ones = Math.clz32(~this.#peek())
      if (ones < MAX_WIDTH) {
        this.at += ones + 1
        return value + ones
      }
      value += MAX_WIDTH
      this.at += MAX_WIDTH
    }
  }

  /** The number of ones up to a zero, or `most` of them without one. */
  unaryUpTo(most: number): number {
    const ones = Math.clz32(~this.#peek())
    this.at += Math.min(ones + 1, most)
    return Math.min(ones, most)
  }

  rice(parameter: number): number {
    const word = this.#peek()
    const ones = Math.clz32(~word)
    if (ones + 1 + parameter > MAX_WIDTH) return (this.unary() << parameter) | this.bits(parameter)
    this.at += ones + 1 + parameter
    return parameter === 0 ? ones : (ones << parameter) | ((word << (ones + 1)) >>> (32 - parameter))
  }
}
