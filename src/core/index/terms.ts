import { forEachWord, termOf } from '../text/analyze.ts'
import { stemOf } from '../text/stem.ts'
import { isStopWord } from '../text/stopwords.ts'
import type { CorpusIndex } from './corpusIndex.ts'

/** Rarity of something that `having` of all papers have: a logarithm, 0.7 for something that all have. */
export const rarityOf = (papers: number, having: number): number => Math.log(1 + papers / Math.max(1, having))

/** A word that is no stop word, in any of its forms. */
export interface VocabularyWord {
  stem: string
  rarity: number
  /** A number is no term by itself. */
  isNumber: boolean
}

/** Words that stay looked up. */
const MAX_REMEMBERED = 200_000

/** The words of a corpus. Comparing texts mostly means looking up words, so they stay in memory. */
export class Vocabulary {
  readonly #index: CorpusIndex
  readonly #words = new Map<string, VocabularyWord | null>()
  #documents = 0

  constructor(index: CorpusIndex) {
    this.#index = index
  }

  /** Null for stop words. */
  word(term: string): VocabularyWord | null {
    const { documentCount } = this.#index
    if (this.#documents !== documentCount || this.#words.size > MAX_REMEMBERED) this.#words.clear()
    this.#documents = documentCount
    let word = this.#words.get(term)
    if (word === undefined) {
      word = isStopWord(term) ? null : this.#lookUp(term)
      this.#words.set(term, word)
    }
    return word
  }

  #lookUp(term: string): VocabularyWord {
    const stem = stemOf(term)
    const rarity = rarityOf(this.#documents, this.#index.frequency(stem))
    return { stem, rarity, isNumber: /^\d+$/.test(term) }
  }
}

const LONGEST_RUN = 3

const SPACE_OR_HYPHEN = /^[\s\u2010\u2011-]*$/

/** Called with the last words of a run, the index of the term's first word in it, the term's rarity and its position. */
type TermVisitor = (
  run: readonly VocabularyWord[],
  first: number,
  rarity: number,
  start: number,
  end: number,
) => void

/**
 * Finds the terms of a text: its words, and the runs of two and three that only spaces and hyphens separate: `policy`,
 * `policy gradient`, `policy gradient method`. Stop words belong to none; numbers occur in runs only. The rarity
 * of a run is the sum over its words.
 */
export function forEachTerm(text: string, vocabulary: Vocabulary, visit: TermVisitor): void {
  const run: VocabularyWord[] = []
  const starts: number[] = []
  let before = 0
  forEachWord(text, (start, end, isPlain) => {
    const term = termOf(text.slice(start, end), isPlain)
    if (term === '') return
    const word = vocabulary.word(term)
    if (!word || !SPACE_OR_HYPHEN.test(text.slice(before, start))) run.length = starts.length = 0
    before = end
    if (!word) return
    if (run.length === LONGEST_RUN) {
      run.shift()
      starts.shift()
    }
    run.push(word)
    starts.push(start)
    let rarity = 0
    for (let first = run.length - 1; first >= 0; first--) {
      rarity += (run[first] as VocabularyWord).rarity
      if (first < run.length - 1 || !word.isNumber) visit(run, first, rarity, starts[first] as number, end)
    }
  })
}

/** The stems of a term between spaces. */
export function termKey(run: readonly VocabularyWord[], first: number): string {
  let key = (run[first] as VocabularyWord).stem
  for (let at = first + 1; at < run.length; at++) key += ` ${(run[at] as VocabularyWord).stem}`
  return key
}
