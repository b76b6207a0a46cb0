import type { CorpusPaper } from '../papers/manifest.ts'
import { isSameValue } from '../query/edit.ts'
import { NumberList } from '../text/numberWords.ts'
import { spacedWords } from '../text/text.ts'
import {
  FACET_NAMES,
  type Facet,
  type FacetCount,
  type FacetCounts,
  type FacetName,
  facetOf,
} from './facets.ts'
import { type Comparison, firstOf } from './order.ts'

/** Values that an answer counts at most. The rest of longer lists is found by name. */
const MAX_VALUES: Partial<Record<FacetName, number>> = { org: 30, listed: 60 }

/** The values of one facet of all papers, in one array of numbers (a forward index). */
class FacetColumn {
  readonly #facet: Facet
  readonly #maxValues: number
  readonly #names: string[] = []
  readonly #numbers = new Map<string, number>()
  /** Number of papers of the corpus by number of a value. */
  readonly #totals: number[] = []
  /** Numbers of the values, paper after paper, and the start of each paper's in these. */
  readonly #values = new NumberList()
  readonly #starts = new NumberList()
  /** Rank by name, by number of a value; absent until it is needed again. */
  #ranks: Int32Array | undefined

  constructor(name: FacetName) {
    this.#facet = facetOf(name)
    this.#maxValues = MAX_VALUES[name] ?? Number.POSITIVE_INFINITY
    this.#starts.push(0)
    const { order } = this.#facet
    if (typeof order !== 'string') for (const value of order) this.#numberOf(value)
  }

  #numberOf(value: string): number {
    let number = this.#numbers.get(value)
    if (number === undefined) {
      number = this.#names.push(value) - 1
      this.#totals.push(0)
      this.#numbers.set(value, number)
      this.#ranks = undefined
    }
    return number
  }

  add(paper: CorpusPaper): void {
    for (const value of this.#facet.values(paper)) {
      const number = this.#numberOf(value)
      ;(this.#totals[number] as number) += 1
      this.#values.push(number)
    }
    this.#starts.push(this.#values.length)
  }

  #countAll(documents: Int32Array): Int32Array {
    const [values, starts] = [this.#values.values, this.#starts.values]
    const counts = new Int32Array(this.#names.length)
    for (let i = 0; i < documents.length; i++) {
      const document = documents[i] as number
      const end = starts[document + 1] as number
      for (let at = starts[document] as number; at < end; at++) (counts[values[at] as number] as number) += 1
    }
    return counts
  }

  #ranksByName(): Int32Array {
    if (this.#ranks) return this.#ranks
    const { order } = this.#facet
    const numbers = [...this.#names.keys()]
    // Values of a fixed order have their numbers in it.
    if (typeof order === 'string') {
      const sign = order === 'newest' ? -1 : 1
      numbers.sort((a, b) => ((this.#names[a] as string) < (this.#names[b] as string) ? -sign : sign))
    }
    this.#ranks = new Int32Array(numbers.length)
    for (const [rank, number] of numbers.entries()) this.#ranks[number] = rank
    return this.#ranks
  }

  get #comparison(): (counts: Int32Array) => Comparison {
    const ranks = this.#ranksByName()
    const byName: Comparison = (a, b) => (ranks[a] as number) - (ranks[b] as number)
    if (this.#facet.order !== 'frequent') return () => byName
    return counts => (a, b) => (counts[b] as number) - (counts[a] as number) || byName(a, b)
  }

  /** @param wanted values that are counted at any rank */
  count(documents: Int32Array, wanted: readonly string[]): FacetCounts {
    const counts = this.#countAll(documents)
    const present = presentIn(counts)
    const first = [...firstOf(present, this.#maxValues, this.#comparison(counts))]
    const others =
      present.length > first.length && wanted.length > 0
        ? [...present].filter(number => !first.includes(number) && this.#isAnyOf(number, wanted))
        : []
    return {
      values: [...first, ...others].map(number => this.#counted(number, counts)),
      distinct: present.length,
    }
  }

  #isAnyOf(number: number, wanted: readonly string[]): boolean {
    return wanted.some(value => isSameValue(value, this.#names[number] as string))
  }

  /** The values of which a word begins as typed, in the order of the facet. */
  find(documents: Int32Array, typed: string, most: number): FacetCount[] {
    const counts = this.#countAll(documents)
    const sought = spacedWords(typed)
    const found = presentIn(counts).filter(number =>
      spacedWords(this.#names[number] as string).includes(sought),
    )
    return Array.from(firstOf(found, most, this.#comparison(counts)), number => this.#counted(number, counts))
  }

  /**
   * The values that papers found have more often than all papers do, the most significant first: by the log-likelihood ratio
   * (Dunning, Accurate methods for the statistics of surprise and coincidence, 1993).
   */
  significant(documents: Int32Array, most: number): FacetCount[] {
    const all = this.#starts.length - 1
    const found = this.#countAll(documents)
    const significant = [...presentIn(found)].flatMap(number => {
      const [count, total] = [found[number] as number, this.#totals[number] as number]
      const isMore = count > 1 && count * all > total * documents.length
      return isMore ? [{ number, surprise: surprise(count, documents.length, total, all) }] : []
    })
    return significant
      .sort((a, b) => b.surprise - a.surprise || a.number - b.number)
      .slice(0, most)
      .map(({ number }) => this.#counted(number, found))
  }

  #counted(number: number, counts: Int32Array): FacetCount {
    return { value: this.#names[number] as string, count: counts[number] as number }
  }
}

const entropyPart = (part: number, whole: number): number => (part === 0 ? 0 : part * Math.log(part / whole))

/** Half the log-likelihood ratio of finding `count` in `found` papers where `total` of `all` have it. */
function surprise(count: number, found: number, total: number, all: number): number {
  const cells = [count, total - count, found - count, all - found - total + count]
  const sums = [found, all - found, total, all - total]
  const of = (numbers: readonly number[]): number =>
    numbers.reduce((sum, number) => sum + entropyPart(number, all), 0)
  return of(cells) - of(sums)
}

/** The numbers of values that any paper has. */
function presentIn(counts: Int32Array): Int32Array {
  const present = new Int32Array(counts.length)
  let length = 0
  for (let number = 0; number < counts.length; number++) if (counts[number]) present[length++] = number
  return present.subarray(0, length)
}

/** The facets of a corpus. */
export class FacetTable {
  readonly #columns = new Map(FACET_NAMES.map(name => [name, new FacetColumn(name)]))

  #column(name: FacetName): FacetColumn {
    return this.#columns.get(name) as FacetColumn
  }

  /** Appends papers. */
  add(papers: readonly CorpusPaper[]): void {
    for (const column of this.#columns.values()) for (const paper of papers) column.add(paper)
  }

  /**
   * Counts the papers that have each value of a facet.
   *
   * @param documents numbers of the papers to count
   *
   * @param named values that are counted at any rank of a long list
   */
  count(name: FacetName, documents: Int32Array, named: readonly string[]): FacetCounts {
    return this.#column(name).count(documents, named)
  }

  /** The values of a facet that these papers have more often than all papers do, the most significant first. */
  significant(name: FacetName, documents: Int32Array, most: number): FacetCount[] {
    return this.#column(name).significant(documents, most)
  }

  /** The values of a facet of which a word begins as typed. */
  find(name: FacetName, documents: Int32Array, typed: string, most: number): FacetCount[] {
    return this.#column(name).find(documents, typed, most)
  }
}
