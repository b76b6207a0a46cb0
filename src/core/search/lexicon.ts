import Fuse from 'fuse.js'

/** A word of the corpus that a mistyped word may have meant. */
export interface Guess {
  term: string
  /** From 0 to 1, 1 for the same word. */
  likeness: number
}

/** Fuse compares with every word of the list, so the list is kept to what it does in a few milliseconds. */
const MAX_WORDS = 30_000
const MAX_GUESSES = 3
/** Shorter words have too many neighbours for a guess to mean anything. */
const MIN_LENGTH = 4

/**
 * The words of a corpus, found by words that resemble them. Fuse.js does the matching (Bitap); candidates are then
 * ordered by edits over letters, because Bitap does not see how much longer than the query a candidate is.
 */
export class Lexicon {
  readonly #fuse: Fuse<string>
  readonly #remembered = new Map<string, Guess[]>()

  /** Takes the words with the most frequent first. Digits alone are never a guess. */
  constructor(words: readonly string[]) {
    const candidates = words.filter(word => word.length >= MIN_LENGTH && !/^\d+$/.test(word))
    this.#fuse = new Fuse(candidates.slice(0, MAX_WORDS), {
      includeScore: true,
      ignoreLocation: true,
      threshold: 0.5,
    })
  }

  guesses(word: string): readonly Guess[] {
    if (word.length < MIN_LENGTH || word.length > 32) return []
    let guesses = this.#remembered.get(word)
    if (!guesses) {
      guesses = this.#fuse
        .search(word, { limit: 50 })
        .map(({ item }) => ({
          term: item,
          likeness: 1 - editDistance(word, item) / Math.max(word.length, item.length),
        }))
        .filter(({ likeness }) => likeness >= 0.7)
        .sort((a, b) => b.likeness - a.likeness)
        .slice(0, MAX_GUESSES)
      this.#remembered.set(word, guesses)
    }
    return guesses
  }
}

/** Damerau–Levenshtein distance, the variant in which two neighbours may change places once (optimal alignment). */
export function editDistance(a: string, b: string): number {
  let before: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let best = Math.min(
        (previous[j] as number) + 1,
        (row[j - 1] as number) + 1,
        (previous[j - 1] as number) + (same ? 0 : 1),
      )
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, (before[j - 2] as number) + 1)
      }
      row.push(best)
    }
    before = previous
    previous = row
  }
  return previous[b.length] as number
}
