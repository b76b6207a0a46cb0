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

  /** The lowest `width` bits of a number. */
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

  bits(width: number): number {
    let value = 0
    let left = width
    while (left > 0) {
      const offset = this.at & 7
      const taken = Math.min(8 - offset, left)
      const byte = this.#bytes[this.at >> 3] ?? 0
      value = (value << taken) | ((byte >> (8 - offset - taken)) & ((1 << taken) - 1))
      this.at += taken
      left -= taken
    }
    return value
  }

  unary(): number {
    let value = 0
    for (;;) {
      const offset = this.at & 7
      // The bits of this byte from here on, complemented, at the top of 32: leading zeros count the ones.
      const ones = Math.clz32((~((this.#bytes[this.at >> 3] ?? 0) << offset) & 0xff) << 24)
      if (ones < 8 - offset) {
        this.at += ones + 1
        return value + ones
      }
      value += 8 - offset
      this.at += 8 - offset
    }
  }

  rice(parameter: number): number {
    return (this.unary() << parameter) | this.bits(parameter)
  }
}
