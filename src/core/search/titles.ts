import { forEachWord, termOf } from '../text/analyze.ts'
import { stemOf } from '../text/stem.ts'
import type { ExpandedTerm } from './queryPlan.ts'

/** Bonus for the longest run of the query's words in a title, and for the whole query as one run. */
const RUN = 2
const WHOLE = 6
/** Bonus where the whole query is there letter by letter. */
const VERBATIM = 3
/** Bonus for the share of the query's words anywhere in a title. */
const SHARE = 0.5
/** Bonus for words that are in the title as they were typed. */
const EXACT = 0.05

/** Longer queries are questions, not titles. */
export const MAX_TITLE_WORDS = 8

/**
 * How a word of a title fits the words of a query: three masks of `MAX_TITLE_WORDS` bits in one number, one bit a word
 * of the query. By any of its stems; letter by letter as far as it was typed; and as a whole.
 */
type Fit = number
const FITS = 0
const VERBATIM_FITS = MAX_TITLE_WORDS
const EQUALS = 2 * MAX_TITLE_WORDS
const MASK = (1 << MAX_TITLE_WORDS) - 1

/**
 * The titles of a corpus as numbers of words: every key is answered from much the same papers, and words are compared
 * once for all titles.
 */
export class Titles {
  readonly #words: { term: string; stem: string }[] = []
  readonly #numbers = new Map<string, number>()
  /** The numbers of the words of all titles, and where those of each title begin. */
  #title = new Int32Array(1024)
  readonly #starts: number[] = [0]
  /** By number of a word, how it fits the query at hand; -1 where that is not known yet. */
  #fits = new Int32Array(0)
  /** How the words of the title at hand fit. */
  readonly #ofTitle: Fit[] = []

  /** Adds a title behind those there are. */
  add(title: string): void {
    let end = this.#starts.at(-1) as number
    forEachWord(title, (from, to, isPlain) => {
      const term = termOf(title.slice(from, to), isPlain)
      if (term === '') return
      if (end === this.#title.length) {
        const grown = new Int32Array(2 * end)
        grown.set(this.#title)
        this.#title = grown
      }
      this.#title[end++] = this.#numberOf(term)
    })
    this.#starts.push(end)
  }

  #numberOf(term: string): number {
    let number = this.#numbers.get(term)
    if (number === undefined) {
      number = this.#words.push({ term, stem: stemOf(term) }) - 1
      this.#numbers.set(term, number)
    }
    return number
  }

  /**
   * The factor by which a paper's score grows for its title: people who know a paper type words of its title, mostly
   * neighbours and mostly in order. Common words count here: they tell "language models are" from "language models to".
   *
   * @param query one to `MAX_TITLE_WORDS` words
   */
  bonus(query: readonly ExpandedTerm[]): (document: number) => number {
    const fitOf = fitsOf(query)
    if (this.#fits.length < this.#words.length) this.#fits = new Int32Array(2 * this.#words.length)
    this.#fits.fill(-1)
    return document => {
      const [start, end] = [this.#starts[document] as number, this.#starts[document + 1] as number]
      let present = 0
      for (let at = start; at < end; at++) {
        const number = this.#title[at] as number
        let fit = this.#fits[number] as number
        if (fit < 0) {
          const { term, stem } = this.#words[number] as { term: string; stem: string }
          fit = fitOf(term, stem)
          this.#fits[number] = fit
        }
        this.#ofTitle[at - start] = fit
        present |= fit
      }
      return present === 0 ? 1 : factor(this.#ofTitle, end - start, present, query.length)
    }
  }
}

function fitsOf(query: readonly ExpandedTerm[]): (term: string, stem: string) => Fit {
  const byStem = new Map<string, number>()
  query.forEach(({ stems }, at) => {
    for (const { stem } of stems) byStem.set(stem, (byStem.get(stem) ?? 0) | (1 << at))
  })
  return (term, stem) => {
    let fit = (byStem.get(stem) ?? 0) << FITS
    query.forEach((asked, at) => {
      const equals = term === asked.term
      const begins = asked.isPrefix && term.startsWith(asked.term)
      if (begins) fit |= 1 << (FITS + at)
      if (begins || equals) fit |= 1 << (VERBATIM_FITS + at)
      if (equals) fit |= 1 << (EQUALS + at)
    })
    return fit
  }
}

/** @param title how each word fits; only the first `length` count, all of them together are `present` */
function factor(title: readonly Fit[], length: number, present: Fit, count: number): number {
  const longest = longestRun(title, length, FITS)
  const run = longest > 1 ? (longest / count) ** 2 : 0
  const isVerbatim = longest === count && longestRun(title, length, VERBATIM_FITS) === count
  const whole = longest === count && count > 1 ? WHOLE + (isVerbatim ? VERBATIM : 0) : 0
  const share = bitsIn(present >>> FITS) / count
  return 1 + RUN * run + whole + SHARE * share ** 2 + (EXACT * bitsIn(present >>> EQUALS)) / count
}

function bitsIn(value: number): number {
  let bits = 0
  for (let rest = value & MASK; rest !== 0; rest &= rest - 1) bits++
  return bits
}

/** Length of the longest run of words of the query, from any of them on, that stand one after another in the title. */
function longestRun(title: readonly Fit[], words: number, shift: number): number {
  let longest = 0
  for (let start = 0; start < words; start++) {
    let length = 0
    // One bit for each word of the query that a run may begin with.
    let runs = MASK
    while (start + length < words) {
      runs &= (((title[start + length] as number) >>> shift) & MASK) >>> length
      if (runs === 0) break
      length++
    }
    longest = Math.max(longest, length)
  }
  return longest
}
