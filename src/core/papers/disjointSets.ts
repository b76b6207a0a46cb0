/** Disjoint sets of the numbers below `size`: union by smaller root, so that results do not depend on the order of joins. */
export class DisjointSets {
  readonly #parent: Int32Array

  constructor(size: number) {
    this.#parent = Int32Array.from({ length: size }, (_, index) => index)
  }

  /** The smallest member of the set of a number. */
  find(member: number): number {
    let root = member
    for (let up = this.#parent[root] as number; up !== root; up = this.#parent[root] as number) {
      const grand = this.#parent[up] as number
      this.#parent[root] = grand
      root = grand
    }
    return root
  }

  join(a: number, b: number): void {
    const [left, right] = [this.find(a), this.find(b)]
    this.#parent[Math.max(left, right)] = Math.min(left, right)
  }

  /** The members of each set by its smallest, in ascending order. */
  sets(): Map<number, number[]> {
    const sets = new Map<number, number[]>()
    for (let member = 0; member < this.#parent.length; member++) {
      const root = this.find(member)
      const others = sets.get(root)
      if (others) others.push(member)
      else sets.set(root, [member])
    }
    return sets
  }
}

/** Adds a value to the list under a key. */
export function addTo<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const others = lists.get(key)
  if (others) others.push(value)
  else lists.set(key, [value])
}
