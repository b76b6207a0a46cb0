import type { CorpusPaper } from '../papers/manifest.ts'
import { spacedWords } from '../text/text.ts'

interface Name {
  name: string
  /** As `spacedWords`. */
  words: string
  /** Numbers of the papers that carry it. */
  papers: number[]
}

/** The names of people or organisations that papers carry, to complete what is typed. */
export class NameTable {
  readonly #namesOf: (paper: CorpusPaper) => readonly string[]
  readonly #names = new Map<string, Name>()
  #taken = 0

  constructor(namesOf: (paper: CorpusPaper) => readonly string[]) {
    this.#namesOf = namesOf
  }

  /** Takes in the papers that have come since. */
  take(papers: readonly CorpusPaper[]): void {
    for (; this.#taken < papers.length; this.#taken++) {
      for (const name of new Set(this.#namesOf(papers[this.#taken] as CorpusPaper))) this.#add(name)
    }
  }

  #add(name: string): void {
    // A name with a quotation mark cannot be written in a query.
    if (name.trim() === '' || name.includes('"')) return
    const known = this.#names.get(name)
    if (known) known.papers.push(this.#taken)
    else {
      this.#names.set(name, { name, words: spacedWords(name), papers: [this.#taken] })
    }
  }

  /**
   * Names of which a word begins as typed, and how many papers carry them, the most first. Several words are sought as
   * they stand, the last of them begun.
   *
   * @param among by paper number, 1 where the paper counts
   */
  beginning(typed: string, among: Uint8Array, limit: number): { value: string; count: number }[] {
    const sought = spacedWords(typed)
    const found: { value: string; count: number }[] = []
    for (const { name, words, papers } of this.#names.values()) {
      if (!words.includes(sought)) continue
      const count = papers.reduce((sum, paper) => sum + (among[paper] as number), 0)
      if (count > 0) found.push({ value: name, count })
    }
    return found.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)).slice(0, limit)
  }
}
