/** Words and how frequent they are, packed for transport. */
export interface PackedWords {
  /**
   * The words in the order of their code units: of each, a capital letter for how many characters it shares with the one
   * before (A for none), then the others. Words are folded, so they have no capitals themselves.
   */
  words: string
  /** Of each word, a character for its frequency: see `frequencyClass`. */
  frequencies: string
}

const NONE = 'A'.charCodeAt(0)
const MAX_SHARED = 25
const LOWEST = '!'.charCodeAt(0)

/** Words whose frequencies differ by less than a third count as equally frequent. */
const CLASS_BASE = 1.3

/** The logarithm of a frequency, rounded. */
export const frequencyClass = (frequency: number): number =>
  Math.round(Math.log(frequency) / Math.log(CLASS_BASE))

/** A word and the class of its frequency. */
export interface ClassedWord {
  word: string
  level: number
}

const ascending = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The most frequent first, then in the order of their code units. */
export const byFrequency = (a: ClassedWord, b: ClassedWord): number =>
  b.level - a.level || ascending(a.word, b.word)

export function packWords(words: readonly ClassedWord[]): PackedWords {
  const sorted = words.toSorted((a, b) => ascending(a.word, b.word))
  let packed = ''
  let before = ''
  for (const { word } of sorted) {
    let shared = 0
    while (shared < MAX_SHARED && shared < before.length && word[shared] === before[shared]) shared++
    packed += String.fromCharCode(NONE + shared) + word.slice(shared)
    before = word
  }
  return {
    words: packed,
    frequencies: sorted.map(({ level }) => String.fromCharCode(LOWEST + level)).join(''),
  }
}

/** The words that `packWords` packed, in the order of `byFrequency`. */
export function unpackWords({ words: packed, frequencies }: PackedWords): string[] {
  const words: ClassedWord[] = []
  let before = ''
  for (const [, count = '', rest = ''] of packed.matchAll(/([A-Z])([^A-Z]*)/g)) {
    before = before.slice(0, count.charCodeAt(0) - NONE) + rest
    words.push({ word: before, level: frequencies.charCodeAt(words.length) - LOWEST })
  }
  return words.sort(byFrequency).map(({ word }) => word)
}
