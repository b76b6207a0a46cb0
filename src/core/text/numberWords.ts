/** Whole numbers, as many as there come, beside each other in memory. */
export class NumberList {
  #values = new Int32Array(1024)
  #length = 0

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const grown = new Int32Array(2 * this.#length)
      grown.set(this.#values)
      this.#values = grown
    }
    this.#values[this.#length++] = value
  }

  get length(): number {
    return this.#length
  }

  get values(): Int32Array {
    return this.#values.subarray(0, this.#length)
  }
}
