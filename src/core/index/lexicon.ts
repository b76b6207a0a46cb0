import type { CorpusPaper } from '../papers/manifest.ts'
import { forEachWord, termOf } from '../text/analyze.ts'
import { editsFrom, MAX_LENGTH } from '../text/editDistance.ts'
import { isStopWord } from '../text/stopwords.ts'
import { bitCount } from './documentSet.ts'
import { byFrequency, type ClassedWord, frequencyClass } from './wordList.ts'
import { ZONE_NAMES, ZONES } from './zones.ts'

/** A word of the corpus that a mistyped word may have meant. */
export interface Guess {
  word: string
  /** From 0 to 1, 1 for the same word. */
  likeness: number
}

/** Words of a lexicon, the most frequent of the corpus. */
const MAX_WORDS = 30_000

/** Shorter words have too many neighbours for a guess to mean anything. */
const MIN_LENGTH = 4
const MAX_GUESSES = 3

/** Length of the beginnings that words are filed by, in characters. */
const BEGINNING = 2

/** The number of papers by word. Adds to `counts`. */
export function countWords(
  papers: Iterable<CorpusPaper>,
  counts = new Map<string, number>(),
): Map<string, number> {
  for (const paper of papers) {
    const words = new Set<string>()
    for (const zone of ZONE_NAMES) {
      for (const text of ZONES[zone].texts(paper)) {
        forEachWord(text, (start, end, isPlain) => {
          words.add(termOf(text.slice(start, end), isPlain))
        })
      }
    }
    words.delete('')
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return counts
}

/** The words a lexicon is made of, in the order of `byFrequency`. */
export function lexiconWords(counts: ReadonlyMap<string, number>): ClassedWord[] {
  return [...counts]
    .filter(([word]) => word.length > 1 && word.length <= MAX_LENGTH && !isStopWord(word))
    .map(([word, count]) => ({ word, level: frequencyClass(count) }))
    .sort(byFrequency)
    .slice(0, MAX_WORDS)
}

/** One bit for each letter a word contains, digits and other characters sharing the rest. */
function letterMask(word: string): number {
  let mask = 0
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i) - 97
    mask |= 1 << (code >= 0 && code < 26 ? code : 26 + (word.charCodeAt(i) % 6))
  }
  return mask
}

/** Largest Damerau-Levenshtein distance between a word and a guess. */
const editsFor = (word: string): number => (word.length < 6 ? 1 : 2)

/**
 * The words of a corpus, found by their beginnings and by words that resemble them.
 *
 * A word is compared with those that can be near enough: an edit changes the length by one and at most two bits of the
 * letters in use.
 */
export class Lexicon {
  readonly #words: readonly string[]
  readonly #masks: Int32Array
  /** Indexes into `#words`, ascending, by beginning and by length. */
  readonly #byBeginning = new Map<string, number[]>()
  readonly #byLength: number[][] = []
  #known: ReadonlySet<string> | undefined
  readonly #remembered = new Map<string, readonly Guess[]>()

  /** @param words the most frequent first, as `unpackWords` gives them */
  constructor(words: readonly string[]) {
    this.#words = words
    this.#masks = Int32Array.from(words, letterMask)
    for (const [place, word] of words.entries()) {
      for (let length = 1; length <= BEGINNING; length++) {
        const beside = this.#byBeginning.get(word.slice(0, length))
        if (beside) beside.push(place)
        else this.#byBeginning.set(word.slice(0, length), [place])
      }
      const alike = this.#byLength[word.length]
      if (alike) alike.push(place)
      else this.#byLength[word.length] = [place]
    }
  }

  /** Whether the corpus has the word as it is spelt. */
  has(word: string): boolean {
    this.#known ??= new Set(this.#words)
    return this.#known.has(word)
  }

  /** The most frequent words that begin so, at most `limit`. */
  withPrefix(prefix: string, limit: number): string[] {
    const found: string[] = []
    for (const place of this.#byBeginning.get(prefix.slice(0, BEGINNING)) ?? []) {
      const word = this.#words[place] as string
      if (word.startsWith(prefix)) found.push(word)
      if (found.length === limit) break
    }
    return found
  }

  /** The words within the largest distance, at most three, the nearest first, then the most frequent. */
  guesses(word: string): readonly Guess[] {
    if (word.length < MIN_LENGTH || word.length > MAX_LENGTH || /^\d+$/.test(word)) return []
    const known = this.#remembered.get(word)
    if (known) return known
    const guesses = this.#guess(word)
    this.#remembered.set(word, guesses)
    return guesses
  }

  #guess(word: string): readonly Guess[] {
    const limit = editsFor(word)
    const mask = letterMask(word)
    const editsTo = editsFrom(word)
    const near: { place: number; edits: number }[] = []
    for (let length = Math.max(MIN_LENGTH, word.length - limit); length <= word.length + limit; length++) {
      for (const place of this.#byLength[length] ?? []) {
        if (bitCount(mask ^ (this.#masks[place] as number)) > 2 * limit) continue
        const edits = editsTo(this.#words[place] as string)
        if (edits <= limit) near.push({ place, edits })
      }
    }
    return near
      .sort((a, b) => a.edits - b.edits || a.place - b.place)
      .slice(0, MAX_GUESSES)
      .map(({ place, edits }) => {
        const guess = this.#words[place] as string
        return { word: guess, likeness: 1 - edits / Math.max(word.length, guess.length) }
      })
  }
}
